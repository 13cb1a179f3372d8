// How long the sound in one packet is, changed while somebody speaks. mediasoup-client settles it once, when a producer is made; making
// another one would cost words. Chromium takes a new length with each agreement (a=fmtp ptime), so it is written into every answer.

type Connection = typeof RTCPeerConnection
interface Surroundings {
  RTCPeerConnection?: Connection
}

/** Sets the length in the lines of Opus. */
export function withFrameLength(sdp: string, frameMs: number): string {
  const payloads = new Set([...sdp.matchAll(/^a=rtpmap:(\d+) opus\//gim)].map(([, payload]) => payload))
  return sdp.replaceAll(/^a=fmtp:(\d+) (.*)$/gm, (line, payload: string, parameters: string) => {
    if (!payloads.has(payload)) return line
    const others = parameters
      .trim()
      .split(';')
      .filter((parameter) => parameter && !/^\s*ptime=/.test(parameter))
    // A carriage return belongs to the line's end and must stay there.
    return `a=fmtp:${payload} ${[...others, `ptime=${frameMs}`].join(';')}${parameters.endsWith('\r') ? '\r' : ''}`
  })
}

export class VoiceFrames {
  /** Takes effect with the next agreement. */
  frameMs: number

  constructor(frameMs: number) {
    this.frameMs = frameMs
  }

  /** Whatever connection is made in the meantime writes the length into its answers. */
  within<T>(create: () => T, surroundings: Surroundings = globalThis): T {
    const usual = surroundings.RTCPeerConnection
    if (!usual) return create()
    const length = () => this.frameMs
    class FramedConnection extends usual {
      override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
        const { type, sdp } = description
        return super.setRemoteDescription(sdp ? { type, sdp: withFrameLength(sdp, length()) } : description)
      }
    }
    surroundings.RTCPeerConnection = FramedConnection
    try {
      return create()
    } finally {
      surroundings.RTCPeerConnection = usual
    }
  }
}
