// What happened on the link between two looks at the browser's statistics.

/** Counters of one transport, summed up over its streams. */
export interface LinkCounters {
  packets: number
  lost: number
  /** Requests for what was lost; several may be for the same packet. */
  asked: number
  samples: number
  /** Made up because something was missing while somebody spoke. */
  concealed: number
  roundTripMs: number | null
  /** What the browser believes it can send, bits per second. */
  available: number | null
  /** The browser sends smaller pictures than it was asked to, for want of bandwidth. */
  limited: boolean
}

export interface LinkSample {
  packets: number
  /** Of the packets, 0 to 1; null while there were too few to say. */
  loss: number | null
  /** Requests for lost packets, in proportion to the packets: what came the second time is no loss any more, but it was one. */
  asked: number | null
  /** Of the sound, 0 to 1; null while nothing was heard. */
  concealed: number | null
  roundTripMs: number | null
  available: number | null
  limited: boolean
}

type Entry = Record<string, unknown> & { type?: string; kind?: string }

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
const known = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** `receiving`: what this device counts; otherwise what the server has told it of what arrived there. */
export function countersOf(report: Iterable<Entry>, receiving: boolean): LinkCounters {
  const entries = [...report]
  const chosen = entries.find(({ type }) => type === 'transport')?.selectedCandidatePairId
  const pair = entries.find(({ id }) => id !== undefined && id === chosen)
  const streams = entries.filter(({ type }) => type === (receiving ? 'inbound-rtp' : 'outbound-rtp'))
  // Lost packets of what is sent are known from the server's receiver reports alone.
  const losses = receiving ? streams : entries.filter(({ type }) => type === 'remote-inbound-rtp')
  const sum = (of: Entry[], field: string) => of.reduce((total, entry) => total + number(entry[field]), 0)
  const roundTrip = known(pair?.currentRoundTripTime)
  return {
    packets: sum(streams, receiving ? 'packetsReceived' : 'packetsSent'),
    lost: sum(losses, 'packetsLost'),
    asked: receiving ? sum(streams, 'nackCount') : 0,
    samples: sum(streams, 'totalSamplesReceived'),
    concealed: sum(streams, 'concealedSamples') - sum(streams, 'silentConcealedSamples'),
    roundTripMs: roundTrip === null ? null : Math.round(roundTrip * 1000),
    available: receiving ? null : known(pair?.availableOutgoingBitrate),
    limited: streams.some((stream) => stream.qualityLimitationReason === 'bandwidth'),
  }
}

/** Fewer say nothing: one of them lost would be a bad link. */
const LEAST_PACKETS = 20
/** Half a second of sound. */
const LEAST_SAMPLES = 24_000

/** Null when streams have begun or ended in between, which makes the counters jump. */
export function sampleBetween(before: LinkCounters, now: LinkCounters): LinkSample | null {
  const packets = now.packets - before.packets
  const samples = now.samples - before.samples
  const lost = now.lost - before.lost
  if (packets < 0 || samples < 0) return null
  const expected = packets + Math.max(0, lost)
  return {
    packets,
    loss: expected < LEAST_PACKETS ? null : Math.max(0, lost) / expected,
    asked: expected < LEAST_PACKETS ? null : Math.max(0, now.asked - before.asked) / expected,
    concealed: samples < LEAST_SAMPLES ? null : Math.max(0, now.concealed - before.concealed) / samples,
    roundTripMs: now.roundTripMs,
    available: now.available,
    limited: now.limited,
  }
}
