// The server fills gaps with packets of no content, to find out what the link carries (mediasoup's "probator"). mediasoup-client takes
// them for a picture whose lost packets are to be sent again: on a poor link the browser asked for them some fifteen times a second, for
// nothing, which was a quarter of what listening cost. Reports of what arrived (transport-cc) are all that they are for.

const PROBATOR = 'a=mid:probator'
/** Lost packets and whole pictures; what has no further word is written with a blank behind it. */
const askingAgain = /^a=rtcp-fb:\d+ (?:nack|ccm)\b.*\r?\n/gm

export function withQuietProbator(sdp: string): string {
  return sdp
    .split(/^(?=m=)/m)
    .map((section) => (section.includes(PROBATOR) ? section.replaceAll(askingAgain, '') : section))
    .join('')
}
