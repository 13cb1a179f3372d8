// What the server knows of a microphone, when its answers are lost. The transport and the wire are fakes.
import type { Producer, Transport } from 'mediasoup-client/types'
import { describe, expect, it } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { fakeTrack } from '../../../testing/fakeTrack.ts'
import type { MediaWire } from './mediaWire.ts'
import { type Manner, Publisher, type Wish } from './publisher.ts'
import { VoiceFrames } from './voiceFrames.ts'

function begin() {
  const producer = {
    id: 'p1',
    track: fakeTrack('audio'),
    rtpParameters: {},
    paused: false,
    pause: () => Object.assign(producer, { paused: true }),
    resume: () => Object.assign(producer, { paused: false }),
    close: () => undefined,
  }
  const wishes = new Map<'microphone', Wish>([['microphone', { track: producer.track, paused: false }]])
  const asked: string[] = []
  const line = { up: true, answers: true }
  const wire = {
    request: async (name: string) => {
      asked.push(name)
      if (!line.answers) throw new Unreachable()
      return {}
    },
  } as unknown as MediaWire
  const transport = { id: 't1', on: () => undefined, produce: async () => producer as unknown as Producer }
  const publisher = new Publisher({
    transport: transport as unknown as Transport,
    wishes,
    wire: () => (line.up ? wire : null),
    mayPublish: ['microphone'],
    held: [],
    manner: { voice: 'usual', camera: 'all' },
    frames: new VoiceFrames(20),
    lost: () => undefined,
  })
  const wish = async (paused: boolean) => {
    wishes.set('microphone', { track: producer.track, paused })
    await publisher.sync()
  }
  return { publisher, producer, asked, line, wish }
}

it('muted and unmuted while nothing is answered: the last wish is told, as the first may still arrive', async () => {
  const { publisher, producer, asked, line, wish } = begin()
  await publisher.sync()
  line.answers = false
  await wish(true)
  await wish(false)
  expect(asked).toEqual(['pauseProducer', 'resumeProducer'])
  expect(producer.paused).toBe(false)
  line.answers = true
  await publisher.sync()
  await publisher.sync()
  expect(asked).toEqual(['pauseProducer', 'resumeProducer', 'resumeProducer'])
})

it('muted without a connection: told when there is one again', async () => {
  const { publisher, producer, asked, line, wish } = begin()
  await publisher.sync()
  line.up = false
  await wish(true)
  expect(producer.paused).toBe(true)
  expect(asked).toEqual([])
  line.up = true
  publisher.confirm(['p1'])
  expect(asked).toEqual(['pauseProducer'])
  await publisher.sync()
  expect(asked).toEqual(['pauseProducer'])
})

it('the own picture waits while the way on which others are heard is being laid, the voice does not', async () => {
  const begun: string[] = []
  let pictureWaits = true
  const produce = async ({ track }: { track: MediaStreamTrack }) => {
    begun.push(track.kind)
    return { id: track.kind, track, rtpParameters: {}, pause: () => undefined, resume: () => undefined }
  }
  const transport = { id: 't1', on: () => undefined, produce }
  const publisher = new Publisher({
    transport: transport as unknown as Transport,
    wishes: new Map([
      ['camera', { track: fakeTrack('video'), paused: false }],
      ['microphone', { track: fakeTrack('audio'), paused: false }],
    ]),
    wire: () => ({ request: async () => ({}) }) as unknown as MediaWire,
    mayPublish: ['microphone', 'camera'],
    held: [],
    manner: { voice: 'usual', camera: 'all' },
    frames: new VoiceFrames(20),
    pictureWaits: () => pictureWaits,
    lost: () => undefined,
  })
  await publisher.sync()
  expect(begun).toEqual(['audio'])
  pictureWaits = false
  await publisher.sync()
  expect(begun).toEqual(['audio', 'video'])
})

describe('how it is sent', () => {
  const usual: Manner = { voice: 'usual', camera: 'all' }

  async function sending(manner: Manner) {
    const done: string[] = []
    const frames = new VoiceFrames(20)
    const produce = async ({ track, encodings = [] }: { track: MediaStreamTrack; encodings?: object[] }) => {
      const of = track.kind
      done.push(`${of} begins with ${frames.frameMs} ms`)
      return {
        id: of,
        track,
        rtpParameters: { encodings },
        paused: false,
        pause: () => done.push(`${of} pauses`),
        resume: () => undefined,
        setRtpEncodingParameters: async ({ maxBitrate }: { maxBitrate: number }) => {
          done.push(`${of} ${maxBitrate} with ${frames.frameMs} ms`)
        },
        setMaxSpatialLayer: async (layer: number) => void done.push(`${of} up to layer ${layer}`),
      }
    }
    const wire = { request: async (name: string) => void done.push(name) }
    const publisher = new Publisher({
      transport: { id: 't1', on: () => undefined, produce } as unknown as Transport,
      wishes: new Map([
        ['microphone', { track: fakeTrack('audio'), paused: false }],
        ['camera', { track: fakeTrack('video', { width: 1280, height: 720 }), paused: false }],
      ]),
      wire: () => wire as unknown as MediaWire,
      mayPublish: ['microphone', 'camera'],
      held: [],
      manner,
      frames,
      lost: () => undefined,
    })
    await publisher.sync()
    const adapt = async (next: Manner) => {
      done.length = 0
      publisher.adapt(next)
      await publisher.sync()
      return [...new Set(done)]
    }
    return { begun: [...done], adapt }
  }

  it('a voice changes its frames and its bitrate in the middle of a word, and back', async () => {
    const { begun, adapt } = await sending(usual)
    expect(begun).toContain('audio begins with 20 ms')
    expect(await adapt({ ...usual, voice: 'frugal' })).toEqual(['audio 18000 with 60 ms'])
    expect(await adapt({ ...usual, voice: 'frugal' })).toEqual([])
    expect(await adapt(usual)).toEqual(['audio 32000 with 20 ms'])
  })

  it('a voice begins as the links ask for', async () => {
    const { begun } = await sending({ ...usual, voice: 'frugal' })
    expect(begun).toContain('audio begins with 60 ms')
  })

  it('the own picture: the smallest size, none at all and the others are told, all of them again', async () => {
    const { adapt } = await sending(usual)
    expect(await adapt({ ...usual, camera: 'smallest' })).toEqual(['video up to layer 0'])
    expect(await adapt({ ...usual, camera: 'noPicture' })).toEqual(['video pauses', 'pauseProducer'])
    expect(await adapt(usual)).toEqual(['video up to layer 2', 'resumeProducer'])
  })

  it('a picture that must not be sent begins paused', async () => {
    const { begun } = await sending({ ...usual, camera: 'noPicture' })
    expect(begun).toContain('video pauses')
  })
})
