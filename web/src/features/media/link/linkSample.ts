// What happened on the link between two looks at the browser's statistics.

interface FlowCounters {
  voice: boolean
  packets: number
  lost: number
  /** Requests for what was lost; several may be for the same packet. */
  asked: number
}

/** Counters of one transport. */
export interface LinkCounters {
  /** By stream; what is sent is one, since the server tells of its losses together. */
  flows: Readonly<Record<string, FlowCounters>>
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
  /** Requests for lost packets of voices, in proportion to the packets: what came the second time is no loss any more, but it was one. */
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

const flowOf = (stream: Entry): FlowCounters => ({
  voice: stream.kind === 'audio',
  packets: number(stream.packetsReceived),
  lost: number(stream.packetsLost),
  asked: number(stream.nackCount),
})

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
  const flows = receiving
    ? Object.fromEntries(streams.map((stream) => [String(stream.id), flowOf(stream)]))
    : { sent: { voice: true, packets: sum(streams, 'packetsSent'), lost: sum(losses, 'packetsLost'), asked: 0 } }
  return {
    flows,
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

interface Between {
  voice: boolean
  packets: number
  lost: number
  asked: number
}

function flowsBetween(before: LinkCounters, now: LinkCounters): Between[] {
  return Object.entries(now.flows).map(([stream, { voice, packets, lost, asked }]) => {
    const then = before.flows[stream]
    return {
      voice,
      packets: packets - (then?.packets ?? 0),
      lost: Math.max(0, lost - (then?.lost ?? 0)),
      asked: asked - (then?.asked ?? 0),
    }
  })
}

/**
 * Of a picture that is paused, browsers go on missing the packets that will not come, and ask for them again and again: on a clear line
 * that once kept a device without pictures for good. Only a picture that flows says something of the link.
 */
const speaksOfTheLink = ({ voice, packets }: Between): boolean => voice || packets >= LEAST_PACKETS

/** Null when streams have begun or ended in between, which makes the counters jump. */
export function sampleBetween(before: LinkCounters, now: LinkCounters): LinkSample | null {
  const samples = now.samples - before.samples
  const flows = flowsBetween(before, now)
  if (samples < 0 || flows.some(({ packets }) => packets < 0)) return null
  const total = (of: readonly Between[], field: 'packets' | 'lost' | 'asked') =>
    of.reduce((sum, flow) => sum + flow[field], 0)
  const telling = flows.filter(speaksOfTheLink)
  const voices = flows.filter(({ voice }) => voice)
  const packets = total(telling, 'packets')
  const expected = packets + total(telling, 'lost')
  return {
    packets,
    loss: expected < LEAST_PACKETS ? null : total(telling, 'lost') / expected,
    asked: expected < LEAST_PACKETS ? null : Math.max(0, total(voices, 'asked')) / expected,
    concealed: samples < LEAST_SAMPLES ? null : Math.max(0, now.concealed - before.concealed) / samples,
    roundTripMs: now.roundTripMs,
    available: now.available,
    limited: now.limited,
  }
}
