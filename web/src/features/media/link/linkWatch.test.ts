// The watch over made statistics: what it decides, and what it tells the server. Each look is asked for by the test.
import { beforeEach, describe, expect, it } from 'vitest'
import { type LinkReport, LinkWatch } from './linkWatch.ts'

/** What one look adds. */
interface Moment {
  packets?: number
  lost?: number
  concealed?: number
  roundTripMs?: number
  sentLost?: number
  available?: number
}

let counters: Required<Moment>
let path: boolean
let now: number
let changes: number
let told: LinkReport[]
let serverSends: number | null | 'silence'
let watch: LinkWatch

const report = (entries: object[]) => new Map(entries.entries()) as unknown as RTCStatsReport

beforeEach(() => {
  counters = { packets: 0, lost: 0, concealed: 0, roundTripMs: 100, sentLost: 0, available: 900_000 }
  path = true
  now = 0
  changes = 0
  told = []
  serverSends = null
  watch = new LinkWatch({
    stats: async () => {
      if (!path) return null
      const { packets, lost, concealed, roundTripMs, sentLost, available } = counters
      const pair = { id: 'P', type: 'candidate-pair', currentRoundTripTime: roundTripMs / 1000 }
      const transport = { id: 'T', type: 'transport', selectedCandidatePairId: 'P' }
      const inbound = {
        type: 'inbound-rtp',
        packetsReceived: packets,
        packetsLost: lost,
        totalSamplesReceived: packets * 960,
        concealedSamples: concealed,
      }
      const sent = { type: 'outbound-rtp', packetsSent: packets }
      const arrived = { type: 'remote-inbound-rtp', packetsLost: sentLost }
      return {
        receive: report([transport, pair, inbound]),
        send: report([transport, { ...pair, availableOutgoingBitrate: available }, sent, arrived]),
      }
    },
    report: async (said) => {
      told.push(said)
      if (serverSends === 'silence') throw new Error('nobody answers')
      return serverSends
    },
    changed: () => {
      changes += 1
    },
    now: () => now,
  })
})

async function looks(count: number, { packets = 100, lost = 0, concealed = 0, sentLost = 0, ...state }: Moment = {}) {
  for (let look = 0; look < count; look += 1) {
    counters = {
      ...counters,
      ...state,
      packets: counters.packets + packets,
      lost: counters.lost + lost,
      concealed: counters.concealed + concealed,
      sentLost: counters.sentLost + sentLost,
    }
    now += 2_000
    await watch.look()
  }
}

describe('receiving', () => {
  it('a link that loses every third packet: rung by rung down to one voice, and all the way back', async () => {
    await looks(1)
    const seen = [watch.step]
    for (let look = 0; look < 11; look += 1) {
      await looks(1, { packets: 70, lost: 30, concealed: 30_000 })
      seen.push(watch.step)
    }
    expect([...new Set(seen)]).toEqual(['good', 'smaller', 'onePicture', 'noPictures', 'oneVoice'])
    await looks(40)
    expect(watch.step).toBe('good')
    expect(changes).toBe(8 + 1)
  })

  it('straight to what the server can send', async () => {
    serverSends = 140_000
    await looks(1)
    await looks(2, { packets: 85, lost: 15 })
    expect(watch.step).toBe('onePicture')
  })

  it('a belief that sank while little was sent does not undo a climb before it had time to rise', async () => {
    serverSends = 30_000
    await looks(1)
    await looks(1, { packets: 60, lost: 40, concealed: 30_000 })
    await looks(6, { packets: 70, lost: 30, concealed: 30_000 })
    const fallen = watch.step
    expect(['noPictures', 'oneVoice']).toContain(fallen)
    const seen: string[] = []
    for (let look = 0; look < 24; look += 1) {
      await looks(1)
      if (watch.step === 'onePicture')
        serverSends = seen.filter((step) => step === 'onePicture').length > 4 ? 400_000 : 30_000
      seen.push(watch.step)
    }
    const first = seen.indexOf('onePicture')
    expect(first).toBeGreaterThan(0)
    expect(seen.slice(first)).not.toContain('noPictures')
  })

  it('while there is no path nothing is judged, and what was lost meanwhile is not held against the link', async () => {
    await looks(2)
    path = false
    await looks(5)
    path = true
    await looks(1, { lost: 500 })
    await looks(3)
    expect(watch.step).toBe('good')
  })

  it('voices wait for what comes a second time, as long as words are lost', async () => {
    await looks(1)
    await looks(1, { packets: 95, lost: 5, roundTripMs: 400 })
    expect(watch.voiceBufferMs).toBe(600)
    await looks(15)
    expect(watch.voiceBufferMs).toBeNull()
  })

  it('begins where the network says that it stands', () => {
    const deps = { stats: async () => null, report: async () => null, changed: () => undefined, now: () => 0 }
    expect(new LinkWatch(deps, 'onePicture').step).toBe('onePicture')
  })
})

describe('sending', () => {
  it('no room for a picture: none is sent; it comes back when the voice arrives well', async () => {
    await looks(1)
    await looks(3, { available: 60_000 })
    expect(watch.sending).toBe('noPicture')
    expect(watch.step).toBe('good')
    await looks(20, { available: 900_000 })
    expect(watch.sending).toBe('all')
  })

  it('the others lose words: the smallest picture only', async () => {
    await looks(1)
    await looks(2, { sentLost: 20 })
    expect(watch.sending).toBe('smallest')
  })
})

describe('the server', () => {
  it('is told at once when it changes, every four seconds while it is poor, every twelve while it is good', async () => {
    await looks(13)
    expect(told.map(({ link }) => link)).toEqual(['good', 'good', 'good'])
    told = []
    await looks(7, { packets: 70, lost: 30 })
    expect(told.filter((report, index) => report.mostBitrate !== told[index - 1]?.mostBitrate)).toEqual([
      { link: 'poor', mostBitrate: 400_000 },
      { link: 'poor', mostBitrate: 200_000 },
      { link: 'poor', mostBitrate: 60_000 },
      { link: 'poor', mostBitrate: 40_000 },
    ])
    told = []
    await looks(4, { packets: 70, lost: 30 })
    expect(told).toHaveLength(2)
  })

  it('is told of data saver, and of its end', async () => {
    watch.save(true)
    await looks(1)
    watch.save(false)
    await looks(1)
    expect(told).toEqual([
      { link: 'poor', mostBitrate: 200_000 },
      { link: 'good', mostBitrate: null },
    ])
  })

  it('that has not heard it is told again, and another place from the beginning', async () => {
    serverSends = 'silence'
    await looks(2)
    expect(told).toHaveLength(2)
    serverSends = null
    await looks(1)
    watch.arrived()
    await looks(1)
    expect(told).toHaveLength(4)
  })
})
