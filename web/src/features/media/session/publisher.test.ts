// What the server knows of a microphone, when its answers are lost. The transport and the wire are fakes.
import type { Producer, Transport } from 'mediasoup-client/types'
import { expect, it } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { fakeTrack } from '../../../testing/fakeTrack.ts'
import type { MediaWire } from './mediaWire.ts'
import { Publisher, type Wish } from './publisher.ts'
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
    voicesFirst: Promise.resolve(),
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
    voicesFirst: Promise.resolve(),
    pictureWaits: () => pictureWaits,
    lost: () => undefined,
  })
  await publisher.sync()
  expect(begun).toEqual(['audio'])
  pictureWaits = false
  await publisher.sync()
  expect(begun).toEqual(['audio', 'video'])
})
