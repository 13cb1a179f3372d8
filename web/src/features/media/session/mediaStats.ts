// What really arrives, for tests and for looking into trouble: `window.__hoiTruong.mediaStats()` (docs/testids.md).
import type { MediaSession } from './mediaSession.ts'

interface MemberStats {
  /** Pictures decoded of this member's camera. */
  framesDecoded: number
  /** Energy of this member's voice (RTCInboundRtpStreamStats.totalAudioEnergy). */
  audioEnergy: number
}

declare global {
  interface Window {
    __hoiTruong?: { mediaStats(): Promise<Record<string, MemberStats>> }
  }
}

async function mediaStats(session: MediaSession): Promise<Record<string, MemberStats>> {
  const stats: Record<string, MemberStats> = {}
  for (const { memberId, consumer } of session.consumers()) {
    const report = await consumer.getStats()
    for (const entry of report.values()) {
      if (entry.type !== 'inbound-rtp') continue
      const before = stats[memberId] ?? { framesDecoded: 0, audioEnergy: 0 }
      stats[memberId] = {
        framesDecoded: before.framesDecoded + (entry.framesDecoded ?? 0),
        audioEnergy: before.audioEnergy + (entry.totalAudioEnergy ?? 0),
      }
    }
  }
  return stats
}

/** @returns takes the hook away again */
export function exposeMediaStats(session: MediaSession): () => void {
  const hook = { mediaStats: () => mediaStats(session) }
  window.__hoiTruong = hook
  return () => {
    if (window.__hoiTruong === hook) delete window.__hoiTruong
  }
}
