// How long the sound in one packet is, changed while somebody speaks. mediasoup-client settles it once, when a producer is made; making
// another one would cost words. Chromium takes a new length with each agreement (a=fmtp ptime), so it is written into every answer.

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

  readonly rewrite = (sdp: string): string => withFrameLength(sdp, this.frameMs)
}
