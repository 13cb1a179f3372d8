// What was sent is added up once, whoever looks and however often; with made consumers and made time.
import type { MediaSource } from '@hoi-truong/shared/media'
import { expect, it } from 'vitest'
import { type Counted, TrafficSampler } from './TrafficSampler.ts'

class Stream implements Counted {
  readonly consumer
  readonly #source: MediaSource
  packets = 0
  asked = 0
  gone = false

  constructor(id: string, source: MediaSource) {
    this.consumer = { id, closed: false }
    this.#source = source
  }

  async traffic() {
    this.asked += 1
    if (this.gone) throw new Error('the worker has ended')
    const kind = this.#source === 'microphone' ? ('audio' as const) : ('video' as const)
    return { memberId: 'an', source: this.#source, kind, packets: this.packets, bytes: this.packets * 100 }
  }
}

it('adds up by source, no oftener than every ten seconds', async () => {
  const [voice, face] = [new Stream('1', 'microphone'), new Stream('2', 'camera')]
  let streams = [voice, face]
  let now = 0
  const sampler = new TrafficSampler(
    () => streams,
    () => now,
  )
  voice.packets = 10
  face.packets = 5
  await Promise.all([sampler.refresh(), sampler.refresh()])
  await sampler.refresh()
  expect(voice.asked).toBe(1)
  expect(sampler.totals).toMatchObject({
    microphone: { packets: 10, bytes: 1_000 },
    camera: { packets: 5, bytes: 500 },
    screen: { packets: 0, bytes: 0 },
  })
  now = 10_000
  voice.packets = 25
  face.gone = true
  await sampler.refresh()
  expect(sampler.totals.microphone.packets).toBe(25)
  expect(sampler.totals.camera.packets).toBe(5)

  // What is gone stays counted, what comes is counted anew.
  now = 20_000
  const other = new Stream('3', 'microphone')
  other.packets = 3
  streams = [other]
  await sampler.refresh()
  expect(sampler.totals.microphone.packets).toBe(28)
})
