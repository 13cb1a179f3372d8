// mediasoup-client writes the agreement (SDP) that the browser is given, and leaves no say in it. A connection made within here has
// each one rewritten on its way to the browser.

type Connection = typeof RTCPeerConnection
interface Surroundings {
  RTCPeerConnection?: Connection
}

/** Whatever connection is made in `create` has the other end's descriptions rewritten, then and later. */
export function withRewrittenSdp<T>(
  rewrite: (sdp: string) => string,
  create: () => T,
  surroundings: Surroundings = globalThis,
): T {
  const usual = surroundings.RTCPeerConnection
  if (!usual) return create()
  class RewritingConnection extends usual {
    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const { type, sdp } = description
      return super.setRemoteDescription(sdp ? { type, sdp: rewrite(sdp) } : description)
    }
  }
  surroundings.RTCPeerConnection = RewritingConnection
  try {
    return create()
  } finally {
    surroundings.RTCPeerConnection = usual
  }
}
