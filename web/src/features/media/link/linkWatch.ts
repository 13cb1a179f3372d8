// Looks at the link every two seconds, decides what it carries, and tells the server. Outlives every place in the room: whoever comes
// back over the same poor link begins where it was left.
import type { MediaRequestBody } from '@hoi-truong/shared/media'
import { judgeReceiving, judgeSending, mostBitrates } from './judge.ts'
import {
  beginAt,
  isFinding,
  type Ladder,
  type LinkStep,
  linkSteps,
  next,
  type SendingStep,
  sendingSteps,
} from './ladder.ts'
import { countersOf, type LinkCounters, type LinkSample, sampleBetween } from './linkSample.ts'
import { type Patience, patienceAfter, patient } from './voicePatience.ts'

export type LinkReport = MediaRequestBody<'reportLink'>
type Stats = Record<'send' | 'receive', RTCStatsReport | null>

export interface LinkWatchDeps {
  /** Null while there is no path to judge. */
  stats(): Promise<Stats | null>
  /** Throws when nobody answers. */
  report(report: LinkReport): Promise<number | null>
  /** What is to be received or sent changes. */
  changed(): void
  now(): number
}

const LOOK_EVERY_MS = 2_000
/** Looks between two words to the server. */
const TELL_EVERY = { poor: 2, good: 6 } as const
/** With pictures that nobody asked for while saving: one small one, and voices. */
const SAVING_BITRATE = 200_000

export class LinkWatch {
  readonly #deps: LinkWatchDeps
  #receiving: Ladder
  #sending: Ladder = beginAt(0)
  #before: Record<'send' | 'receive', LinkCounters | null> = { send: null, receive: null }
  #available: number | null = null
  #saving = false
  #told: LinkReport | null = null
  #looksSinceTold = 0
  #patience: Patience = patient

  constructor(deps: LinkWatchDeps, step: LinkStep = 'good') {
    this.#deps = deps
    this.#receiving = beginAt(linkSteps.indexOf(step))
  }

  get step(): LinkStep {
    return linkSteps[this.#receiving.rung] ?? 'oneVoice'
  }

  get sending(): SendingStep {
    return sendingSteps[this.#sending.rung] ?? 'noPicture'
  }

  /** How long voices are to be held back so that what was lost can come a second time, ms; null: as the browser likes. */
  get voiceBufferMs(): number | null {
    return this.#patience.bufferMs
  }

  save(saving: boolean): void {
    this.#saving = saving
    void this.#tell()
  }

  /** Another place in the room, or the same after a break: the server knows nothing, and counters begin anew. */
  arrived(): void {
    this.#told = null
    this.#available = null
    this.#before = { send: null, receive: null }
    void this.#tell()
  }

  /** @param signal ends it */
  run(signal: AbortSignal): void {
    const timer = setInterval(() => void this.look(), LOOK_EVERY_MS)
    signal.addEventListener('abort', () => clearInterval(timer))
  }

  async look(): Promise<void> {
    const stats = await this.#deps.stats().catch(() => null)
    if (!stats) {
      this.#before = { send: null, receive: null }
      return
    }
    const before = [this.step, this.sending, this.voiceBufferMs].join()
    const receive = this.#sample('receive', stats.receive)
    const send = this.#sample('send', stats.send)
    const now = this.#deps.now()
    if (receive) {
      const available = isFinding(this.#receiving, now) ? null : this.#available
      const verdict = judgeReceiving(receive, this.#receiving.rung, available)
      this.#receiving = next(this.#receiving, verdict, now, linkSteps.length)
      this.#patience = patienceAfter(this.#patience, receive)
    }
    if (send) {
      const sample = isFinding(this.#sending, now) ? { ...send, available: null } : send
      const verdict = judgeSending(sample, this.#sending.rung)
      this.#sending = next(this.#sending, verdict, now, sendingSteps.length)
    }
    if ([this.step, this.sending, this.voiceBufferMs].join() !== before) this.#deps.changed()
    this.#looksSinceTold += 1
    await this.#tell()
  }

  #sample(way: 'send' | 'receive', report: RTCStatsReport | null): LinkSample | null {
    const before = this.#before[way]
    const now = report ? countersOf(report.values() as Iterable<Record<string, unknown>>, way === 'receive') : null
    this.#before[way] = now
    return before && now ? sampleBetween(before, now) : null
  }

  async #tell(): Promise<void> {
    const poor = this.step !== 'good' || this.#saving
    const limits = [mostBitrates[this.#receiving.rung] ?? null, this.#saving ? SAVING_BITRATE : null]
    const known = limits.filter((limit) => limit !== null)
    const report: LinkReport = {
      link: poor ? 'poor' : 'good',
      mostBitrate: known.length > 0 ? Math.min(...known) : null,
    }
    const told = this.#told
    const same = told !== null && told.link === report.link && told.mostBitrate === report.mostBitrate
    if (same && this.#looksSinceTold < TELL_EVERY[report.link]) return
    this.#told = report
    this.#looksSinceTold = 0
    try {
      this.#available = await this.#deps.report(report)
    } catch {
      // Said again with the next look, or when the connection is back.
      if (this.#told === report) this.#told = null
    }
  }
}
