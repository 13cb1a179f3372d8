// What really arrives, for tests and for looking into trouble: `window.__hoiTruong` (docs/testids.md).
import type { MediaSource } from '@hoi-truong/shared/media'
import type { MediaSession } from './mediaSession.ts'

/** Of one source of one member, counted by the browser since it was first received. */
interface SourceStats {
  bytes: number
  packets: number
  packetsLost: number
  /** Height of the newest picture, pixels; 0 for sound. */
  frameHeight: number
  concealedSamples: number
  silentConcealedSamples: number
  totalSamplesReceived: number
  /** Seconds that sound waited in the buffer, over all samples; and how many samples. */
  jitterBufferDelay: number
  jitterBufferEmittedCount: number
  nackCount: number
}

interface MemberStats {
  /** Pictures decoded of this member's camera and screen. */
  framesDecoded: number
  /** Energy of this member's voice (RTCInboundRtpStreamStats.totalAudioEnergy). */
  audioEnergy: number
  sources: Partial<Record<MediaSource, SourceStats>>
}

interface PathStats {
  /** Of this device's end; null while there is no path. */
  protocol: string | null
  candidateType: string | null
  /** Of the way to a TURN server, where there is one. */
  relayProtocol: string | null
  roundTripMs: number | null
  bytesSent: number
  bytesReceived: number
}

interface Hook {
  mediaStats(): Promise<Record<string, MemberStats>>
  pathStats(): Promise<{ send: PathStats; receive: PathStats }>
}

declare global {
  interface Window {
    __hoiTruong?: Hook
  }
}

type Entry = Record<string, number & string>

const number = (value: number | undefined): number => value ?? 0

const sourceStats = (entry: Entry): SourceStats => ({
  bytes: number(entry.bytesReceived) + number(entry.headerBytesReceived),
  packets: number(entry.packetsReceived),
  packetsLost: number(entry.packetsLost),
  frameHeight: number(entry.frameHeight),
  concealedSamples: number(entry.concealedSamples),
  silentConcealedSamples: number(entry.silentConcealedSamples),
  totalSamplesReceived: number(entry.totalSamplesReceived),
  jitterBufferDelay: number(entry.jitterBufferDelay),
  jitterBufferEmittedCount: number(entry.jitterBufferEmittedCount),
  nackCount: number(entry.nackCount),
})

async function mediaStats(session: MediaSession): Promise<Record<string, MemberStats>> {
  const stats: Record<string, MemberStats> = {}
  for (const { memberId, source, consumer } of session.consumers()) {
    const report = await consumer.getStats()
    for (const entry of report.values() as Iterable<Entry>) {
      if (entry.type !== 'inbound-rtp') continue
      const before = stats[memberId] ?? { framesDecoded: 0, audioEnergy: 0, sources: {} }
      stats[memberId] = {
        framesDecoded: before.framesDecoded + number(entry.framesDecoded),
        audioEnergy: before.audioEnergy + number(entry.totalAudioEnergy),
        sources: { ...before.sources, [source]: sourceStats(entry) },
      }
    }
  }
  return stats
}

const noPath: PathStats = {
  protocol: null,
  candidateType: null,
  relayProtocol: null,
  roundTripMs: null,
  bytesSent: 0,
  bytesReceived: 0,
}

function pathStats(report: RTCStatsReport | null): PathStats {
  const entries = [...((report?.values() ?? []) as Iterable<Entry>)]
  const chosen = entries.find(({ type }) => type === 'transport')?.selectedCandidatePairId
  const pair = entries.find(({ id }) => id === chosen)
  const local = entries.find(({ id }) => id === pair?.localCandidateId)
  if (!pair || !local) return noPath
  return {
    protocol: local.protocol ?? null,
    candidateType: local.candidateType ?? null,
    relayProtocol: local.relayProtocol ?? null,
    roundTripMs: pair.currentRoundTripTime === undefined ? null : Math.round(pair.currentRoundTripTime * 1000),
    bytesSent: number(pair.bytesSent),
    bytesReceived: number(pair.bytesReceived),
  }
}

/** @returns takes the hook away again */
export function exposeMediaStats(session: MediaSession): () => void {
  const hook: Hook = {
    mediaStats: () => mediaStats(session),
    pathStats: async () => {
      const { send, receive } = await session.transportStats()
      return { send: pathStats(send), receive: pathStats(receive) }
    },
  }
  window.__hoiTruong = hook
  return () => {
    if (window.__hoiTruong === hook) delete window.__hoiTruong
  }
}
