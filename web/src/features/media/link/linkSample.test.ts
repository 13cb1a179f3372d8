import { expect, it } from 'vitest'
import { countersOf, type LinkCounters, sampleBetween } from './linkSample.ts'

const report = [
  { type: 'transport', id: 'T', selectedCandidatePairId: 'P2' },
  { type: 'candidate-pair', id: 'P1', currentRoundTripTime: 9 },
  { type: 'candidate-pair', id: 'P2', currentRoundTripTime: 0.3, availableOutgoingBitrate: 250_000 },
  {
    type: 'inbound-rtp',
    id: 'A',
    kind: 'audio',
    packetsReceived: 80,
    packetsLost: 4,
    nackCount: 7,
    totalSamplesReceived: 96_000,
    concealedSamples: 6_000,
    silentConcealedSamples: 1_200,
  },
  { type: 'inbound-rtp', id: 'V', kind: 'video', packetsReceived: 20, packetsLost: 1, nackCount: 3 },
  { type: 'outbound-rtp', kind: 'video', packetsSent: 300, qualityLimitationReason: 'bandwidth' },
  { type: 'remote-inbound-rtp', kind: 'video', packetsLost: 30 },
]

it('counts what is received, stream by stream', () => {
  expect(countersOf(report, true)).toEqual({
    flows: {
      A: { voice: true, packets: 80, lost: 4, asked: 7 },
      V: { voice: false, packets: 20, lost: 1, asked: 3 },
    },
    samples: 96_000,
    concealed: 4_800,
    roundTripMs: 300,
    available: null,
    limited: false,
  })
})

it('takes what became of the sent packets from the server’s reports', () => {
  expect(countersOf(report, false)).toMatchObject({
    flows: { sent: { packets: 300, lost: 30 } },
    available: 250_000,
    limited: true,
  })
})

const none: LinkCounters = {
  flows: {},
  samples: 0,
  concealed: 0,
  roundTripMs: null,
  available: null,
  limited: false,
}

const voice = (packets: number, lost = 0, asked = 0) => ({ A: { voice: true, packets, lost, asked } })
const picture = (packets: number, lost = 0, asked = 0) => ({ V: { voice: false, packets, lost, asked } })

it('gives shares between two looks', () => {
  const now = countersOf(report, true)
  expect(sampleBetween(none, now)).toMatchObject({ loss: 5 / 105, asked: 7 / 105, concealed: 0.05, roundTripMs: 300 })
})

it('says nothing where there was too little to judge by, or streams came and went', () => {
  expect(sampleBetween(none, { ...none, flows: voice(5, 3), samples: 4_800, concealed: 4_800 })).toMatchObject({
    loss: null,
    concealed: null,
  })
  expect(sampleBetween({ ...none, flows: voice(100) }, { ...none, flows: voice(0) })).toBeNull()
})

it('packets that came after all are no loss', () => {
  expect(sampleBetween({ ...none, flows: voice(0, 9) }, { ...none, flows: voice(50, 5) })).toMatchObject({ loss: 0 })
})

it('a paused picture whose packets are asked for in vain says nothing of the link; one that flows does', () => {
  const before = { ...none, flows: { ...voice(1_000), ...picture(5_000, 40, 200) } }
  const paused = { ...none, flows: { ...voice(1_030), ...picture(5_004, 46, 216) } }
  expect(sampleBetween(before, paused)).toMatchObject({ packets: 30, loss: 0, asked: 0 })
  const flowing = { ...none, flows: { ...voice(1_030), ...picture(5_050, 60, 220) } }
  expect(sampleBetween(before, flowing)).toMatchObject({ packets: 80, loss: 0.2, asked: 0 })
})
