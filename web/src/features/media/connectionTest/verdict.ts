// The one sentence at the end, from the steps: whether one can take part, with sound, with picture; and what is to be done first.
import { isOutcome, type Outcome, type Results, type StepId, type StepResult } from './steps.ts'

export type Verdict =
  /** With sound and picture. */
  | 'full'
  /** With sound, without a picture. */
  | 'voice'
  /** Listens; the microphone opens and nothing has been heard from it. */
  | 'unheard'
  | 'listen'
  /** Reads along, writes comments; sound and picture do not get through. */
  | 'follow'
  | 'none'
  /** Something that it depends on was not tried to its end. */
  | 'unfinished'

const ways = ['udp', 'tcp', 'turn'] as const

const works = ({ state }: StepResult): boolean => state === 'good' || state === 'poor'
const failed = ({ state }: StepResult): boolean => state === 'failed'
/** Aborted, or never begun. */
const open = ({ state }: StepResult): boolean => state === 'aborted' || state === 'waiting' || state === 'running'
const endedAs = (result: StepResult, ...reasons: Outcome['reason'][]): boolean =>
  isOutcome(result) && reasons.includes(result.reason)

export function verdictOf(results: Results): Verdict {
  const { server, microphone, camera, bandwidth } = results
  if (open(server)) return 'unfinished'
  if (failed(server)) return 'none'
  if (!ways.some((way) => works(results[way]))) return ways.some((way) => open(results[way])) ? 'unfinished' : 'follow'
  if (open(microphone)) return 'unfinished'
  if (failed(microphone)) return 'listen'
  if (endedAs(microphone, 'microphoneSilent')) return 'unheard'
  if (failed(camera) || endedAs(bandwidth, 'speedForVoice', 'speedForLittle')) return 'voice'
  return open(camera) || open(bandwidth) ? 'unfinished' : 'full'
}

/** In this order people are helped most: without the server nothing goes, without a camera nearly everything. */
const priority: readonly StepId[] = ['server', 'udp', 'tcp', 'turn', 'microphone', 'camera', 'bandwidth']

/** The step whose advice comes first; null when there is nothing to do. A way that is closed matters little while another is open. */
export function firstToDo(results: Results): StepId | null {
  const oneWayIsOpen = ways.some((way) => works(results[way]))
  const isSpare = (step: StepId) => oneWayIsOpen && (ways as readonly StepId[]).includes(step)
  const rank = (step: StepId): number => {
    const { state } = results[step]
    if (state !== 'failed' && state !== 'poor') return 0
    if (isSpare(step)) return 1
    // Who is not heard is as badly off as who has no microphone.
    return state === 'failed' || endedAs(results[step], 'microphoneSilent') ? 3 : 2
  }
  const worst = Math.max(...priority.map(rank))
  return worst === 0 ? null : (priority.find((step) => rank(step) === worst) ?? null)
}
