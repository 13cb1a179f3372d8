import { expect, it } from 'vitest'
import { withRewrittenSdp } from './rewrittenSdp.ts'
import { VoiceFrames, withFrameLength } from './voiceFrames.ts'

const answer = [
  'm=audio 7 UDP/TLS/RTP/SAVPF 111',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 stereo=0;ptime=20;usedtx=1',
  'm=video 7 UDP/TLS/RTP/SAVPF 96',
  'a=rtpmap:96 VP8/90000',
  'a=fmtp:96 x-google-start-bitrate=500',
  '',
].join('\r\n')

it('writes the length into the lines of Opus, once, and touches nothing else', () => {
  const longer = withFrameLength(answer, 60)
  expect(longer).toBe(answer.replace('stereo=0;ptime=20;usedtx=1', 'stereo=0;usedtx=1;ptime=60'))
  expect(withFrameLength(longer, 20)).toContain('a=fmtp:111 stereo=0;usedtx=1;ptime=20\r\n')
})

it('a connection made within follows a change of the length; one made later is the browser’s own', async () => {
  const heard: (string | undefined)[] = []
  class Usual {
    async setRemoteDescription({ sdp }: RTCSessionDescriptionInit) {
      heard.push(sdp)
    }
  }
  const surroundings = { RTCPeerConnection: Usual as unknown as typeof RTCPeerConnection }
  const frames = new VoiceFrames(20)
  const connection = withRewrittenSdp(frames.rewrite, () => new surroundings.RTCPeerConnection(), surroundings)
  await connection.setRemoteDescription({ type: 'answer', sdp: answer })
  frames.frameMs = 60
  await connection.setRemoteDescription({ type: 'answer', sdp: answer })
  expect(heard.map((sdp) => /ptime=\d+/.exec(sdp ?? '')?.[0])).toEqual(['ptime=20', 'ptime=60'])
  expect(surroundings.RTCPeerConnection).toBe(Usual)
})

it('where there is no such thing the transport is made all the same', () => {
  const { rewrite } = new VoiceFrames(20)
  expect(withRewrittenSdp(rewrite, () => 'made', {})).toBe('made')
})
