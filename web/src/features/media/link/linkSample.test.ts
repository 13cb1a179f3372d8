import { expect, it } from 'vitest'
import { countersOf, type LinkCounters, sampleBetween } from './linkSample.ts'

const report = [
  { type: 'transport', id: 'T', selectedCandidatePairId: 'P2' },
  { type: 'candidate-pair', id: 'P1', currentRoundTripTime: 9 },
  { type: 'candidate-pair', id: 'P2', currentRoundTripTime: 0.3, availableOutgoingBitrate: 250_000 },
  {
    type: 'inbound-rtp',
    kind: 'audio',
    packetsReceived: 80,
    packetsLost: 4,
    nackCount: 7,
    totalSamplesReceived: 96_000,
    concealedSamples: 6_000,
    silentConcealedSamples: 1_200,
  },
  { type: 'inbound-rtp', kind: 'video', packetsReceived: 20, packetsLost: 1 },
  { type: 'outbound-rtp', kind: 'video', packetsSent: 300, qualityLimitationReason: 'bandwidth' },
  { type: 'remote-inbound-rtp', kind: 'video', packetsLost: 30 },
]

it('sums up what is received', () => {
  expect(countersOf(report, true)).toEqual({
    packets: 100,
    lost: 5,
    asked: 7,
    samples: 96_000,
    concealed: 4_800,
    roundTripMs: 300,
    available: null,
    limited: false,
  })
})

it('takes what became of the sent packets from the server’s reports', () => {
  expect(countersOf(report, false)).toMatchObject({ packets: 300, lost: 30, available: 250_000, limited: true })
})

const none: LinkCounters = {
  packets: 0,
  lost: 0,
  asked: 0,
  samples: 0,
  concealed: 0,
  roundTripMs: null,
  available: null,
  limited: false,
}

it('gives shares between two looks', () => {
  const now = countersOf(report, true)
  expect(sampleBetween(none, now)).toMatchObject({ loss: 5 / 105, asked: 7 / 105, concealed: 0.05, roundTripMs: 300 })
})

it('says nothing where there was too little to judge by, or streams came and went', () => {
  expect(sampleBetween(none, { ...none, packets: 5, lost: 3, samples: 4_800, concealed: 4_800 })).toMatchObject({
    loss: null,
    concealed: null,
  })
  expect(sampleBetween({ ...none, packets: 100 }, none)).toBeNull()
})

it('packets that came after all are no loss', () => {
  expect(sampleBetween({ ...none, lost: 9 }, { ...none, packets: 50, lost: 5 })).toMatchObject({ loss: 0 })
})
