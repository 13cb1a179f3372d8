// What the media-server says that it has sent, by source (`/metrics`): of one person, where nobody else in the system receives.
import type { RunningSystem } from './system.ts'

type Source = 'microphone' | 'camera' | 'screen'
export type SentMedia = Record<Source, { packets: number; bytes: number }> & { consumers: number }

export async function sentMedia({ mediaUrl }: RunningSystem): Promise<SentMedia> {
  const text = await (await fetch(`${mediaUrl}/metrics`)).text()
  const figure = (name: string): number =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.slice(name.length) ?? 0,
    )
  const of = (source: Source) => ({
    packets: figure(`media_sent_packets_total{source="${source}"}`),
    bytes: figure(`media_sent_bytes_total{source="${source}"}`),
  })
  return {
    microphone: of('microphone'),
    camera: of('camera'),
    screen: of('screen'),
    consumers: figure('media_consumers'),
  }
}

/** The server looks at its consumers no oftener than this. */
export const FRESH_AFTER_SECONDS = 10
