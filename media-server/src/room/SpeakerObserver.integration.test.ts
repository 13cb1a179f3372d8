// Real packets through a real worker: whose microphone is loud is named, and silence is told once.
import type { Producer } from 'mediasoup/types'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { voicePacket } from '../testing/rtpPackets.ts'
import { until } from '../testing/until.ts'
import { MediaWorker } from '../worker/MediaWorker.ts'
import { ProducerDirectory } from './ProducerDirectory.ts'
import { type Loudness, SpeakerObserver } from './SpeakerObserver.ts'

let worker: MediaWorker

beforeAll(async () => {
  worker = await MediaWorker.start(0, { listenIp: '127.0.0.1', announcedAddress: undefined, portBase: 0 })
})

afterAll(() => worker.close())

it('names the loudest first and then tells of the silence', async () => {
  const router = await worker.createRouter()
  const directory = new ProducerDirectory()
  const told: Loudness[][] = []
  const observer = await SpeakerObserver.start(router, directory, (measured) => told.push(measured))
  const transport = await router.createDirectTransport()
  const microphone = async (memberId: string, ssrc: number): Promise<Producer> => {
    const producer = await transport.produce({
      kind: 'audio',
      rtpParameters: {
        codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
        headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 1 }],
        encodings: [{ ssrc }],
      },
    })
    directory.add({ producer, memberId, source: 'microphone', paused: false })
    await observer.watch(producer)
    return producer
  }
  const [soft, loud, whispering] = await Promise.all([
    microphone('soft', 11),
    microphone('loud', 22),
    microphone('dumb', 33),
  ])
  for (let sequence = 1; sequence <= 50; sequence++) {
    soft.send(voicePacket(11, { sequence, timestamp: sequence * 960 }, 40))
    loud.send(voicePacket(22, { sequence, timestamp: sequence * 960 }, 10))
    whispering.send(voicePacket(33, { sequence, timestamp: sequence * 960 }, 100))
  }
  await until(() => told.length >= 2)
  expect(told[0]).toEqual([
    { producerId: loud.id, memberId: 'loud', volume: -10 },
    { producerId: soft.id, memberId: 'soft', volume: -40 },
  ])
  expect(told[1]).toEqual([])
  router.close()
})

it('a producer leaves the directory when it ends', async () => {
  const router = await worker.createRouter()
  const directory = new ProducerDirectory()
  const transport = await router.createDirectTransport()
  const producer = await transport.produce({
    kind: 'audio',
    rtpParameters: {
      codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
      encodings: [{ ssrc: 44 }],
    },
  })
  directory.add({ producer, memberId: 'someone', source: 'microphone', paused: false })
  expect(directory.find(producer.id)?.memberId).toBe('someone')
  transport.close()
  expect(directory.find(producer.id)).toBeUndefined()
  expect(directory.list()).toEqual([])
  router.close()
})
