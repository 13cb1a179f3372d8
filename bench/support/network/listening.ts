// What somebody with a poor line hears and sees for a while, by the browser's own statistics.
import type { MediaStats, Person, SourceStats } from '../../../e2e/support/person.ts'

const LOOK_EVERY_MS = 1_000

export interface Heard {
  /** (concealedSamples - silentConcealedSamples) / totalSamplesReceived, of the speaker's voice. */
  concealment: number
  /** Pictures decoded of anybody. */
  frames: number
  /** Height of the latest picture; 0: none was decoded. */
  frameHeight: number
  /** Seconds in which sound and picture were not connected. */
  disconnected: number
  /** Steps of the notice about the link that were seen, in order. */
  steps: string[]
}

type Voice = Pick<SourceStats, 'concealedSamples' | 'silentConcealedSamples' | 'totalSamplesReceived'>

const noVoice: Voice = { concealedSamples: 0, silentConcealedSamples: 0, totalSamplesReceived: 0 }

const framesOf = (stats: MediaStats): number =>
  Object.values(stats).reduce((sum, { framesDecoded }) => sum + framesDecoded, 0)

const heightOf = (stats: MediaStats): number =>
  Math.max(0, ...Object.values(stats).map(({ sources }) => sources.camera?.frameHeight ?? 0))

/** After a consumer was made anew its counters begin at nought. */
const grown = (now: number, before: number): number => (now >= before ? now - before : now)

export async function listen(person: Person, speakerId: string, seconds: number): Promise<Heard> {
  const sum = { ...noVoice }
  let frames = 0
  let frameHeight = 0
  let disconnected = 0
  const steps: string[] = []
  let before = await person.stats()
  const end = performance.now() + seconds * 1_000
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    const now = await person.stats()
    const [voice, earlier] = [now, before].map((stats) => stats[speakerId]?.sources.microphone ?? noVoice)
    for (const name of Object.keys(sum) as (keyof Voice)[]) sum[name] += grown(voice?.[name] ?? 0, earlier?.[name] ?? 0)
    const added = grown(framesOf(now), framesOf(before))
    frames += added
    if (added > 0) frameHeight = heightOf(now)
    const { media, step } = await person.page.evaluate(() => {
      const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
      return { media: find('connection-state')?.dataset.media, step: find('link-notice')?.dataset.step ?? 'good' }
    })
    if (media !== 'connected') disconnected += 1
    if (steps.at(-1) !== step) steps.push(step)
    before = now
  }
  const heard = sum.concealedSamples - sum.silentConcealedSamples
  const concealment = sum.totalSamplesReceived === 0 ? Number.NaN : heard / sum.totalSamplesReceived
  return { concealment, frames, frameHeight, disconnected, steps }
}
