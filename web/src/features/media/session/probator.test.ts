import { expect, it } from 'vitest'
import { withQuietProbator } from './probator.ts'

const picture = ['m=video 7 UDP/TLS/RTP/SAVPF 101', 'a=mid:1', 'a=rtcp-fb:101 nack', 'a=rtcp-fb:101 nack pli', '']
const probator = [
  'm=video 7 UDP/TLS/RTP/SAVPF 127',
  'a=rtpmap:127 VP8/90000',
  'a=rtcp-fb:127 goog-remb',
  'a=rtcp-fb:127 transport-cc',
  'a=rtcp-fb:127 ccm fir',
  'a=rtcp-fb:127 nack ',
  'a=rtcp-fb:127 nack pli',
  'a=mid:probator',
  '',
]
const sdp = ['v=0', ...picture, ...probator].join('\r\n').replaceAll('\r\n\r\n', '\r\n')

it('nothing of the probator is asked for again, everything of a picture as before', () => {
  const kept = probator.filter((line) => !/nack|fir/.test(line))
  expect(withQuietProbator(sdp)).toBe(['v=0', ...picture, ...kept].join('\r\n').replaceAll('\r\n\r\n', '\r\n'))
})

it('an agreement without one stays as it is', () => {
  const alone = ['v=0', ...picture].join('\r\n')
  expect(withQuietProbator(alone)).toBe(alone)
})
