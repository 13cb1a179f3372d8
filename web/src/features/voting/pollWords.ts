// A poll in words: its options, its method, its threshold.
import { formatShare, type Language, type MessageKey } from '@hoi-truong/shared/i18n'
import type { Threshold } from '@hoi-truong/shared/rules'
import { type FrozenPoll, optionIdsOf, type Poll, type PollQuestion, type PollStage } from '@hoi-truong/shared/voting'
import type { Translate } from '../../i18n/index.ts'

const openWords: Record<string, MessageKey> = { for: 'vote.for', against: 'vote.against', abstain: 'vote.abstain' }
const secretWords: Record<string, MessageKey> = { for: 'vote.agree_ballot', against: 'vote.disagree_ballot' }

export function optionWords(
  t: Translate,
  { method, options }: Pick<PollQuestion, 'method' | 'options'>,
  id: string,
): string {
  const option = options.find(({ optionId }) => optionId === id)
  if (option) return option.label
  const key = (method === 'open' ? openWords : secretWords)[id]
  return key ? t(key) : id
}

/** Everything that can be chosen, in the order of the ballot. */
export const ballotOf = (t: Translate, question: PollQuestion): { id: string; words: string }[] =>
  optionIdsOf(question).map((id) => ({ id, words: optionWords(t, question, id) }))

/** "Tán thành", "Mai, Lan"; of an election that chose nobody: that. */
export const choicesWords = (t: Translate, question: PollQuestion, choices: readonly string[]): string =>
  choices.length === 0
    ? t('voting.nobody_chosen')
    : choices.map((choice) => optionWords(t, question, choice)).join(', ')

/** "quá một nửa", in the middle of a sentence; missed: "chưa quá một nửa". */
export function thresholdWords(
  t: Translate,
  { numerator, denominator, strict }: Threshold,
  { missed = false } = {},
): string {
  if (numerator === 1 && denominator === 2 && strict) return t(missed ? 'voting.short_half' : 'voting.more_than_half')
  if (numerator === 2 && denominator === 3 && !strict)
    return t(missed ? 'voting.short_two_thirds' : 'voting.two_thirds')
  if (missed) return t(strict ? 'voting.short_more_than' : 'voting.short_at_least', { numerator, denominator })
  return t(strict ? 'voting.more_than' : 'voting.at_least', { numerator, denominator })
}

/** What a poll is while people vote, and when they have. */
export function runningWords(
  { matter, method }: Pick<PollQuestion, 'matter' | 'method'>,
  stage: PollStage,
): MessageKey {
  if (stage !== 'open') return 'voting.closed'
  if (method === 'paper') return 'voting.on_paper'
  if (method === 'electronic') return 'voting.now_secret'
  return matter === 'election' ? 'voting.now_election' : 'voting.now'
}

/** Why it was cancelled, and whether its result was known by then. */
export const cancelledWords = (t: Translate, { reason, wasCounted }: Pick<Poll, 'reason' | 'wasCounted'>): string =>
  t(wasCounted ? 'voting.cancelled_counted_because' : 'voting.cancelled_because', { reason: reason ?? '' })

export const resultWords = ({ matter }: Pick<PollQuestion, 'matter'>): MessageKey => {
  if (matter === 'election') return 'voting.result_election'
  return matter === 'opinion' ? 'voting.result_opinion' : 'voting.result'
}

/** "Tán thành 17/21 = 80,95%, quá một nửa: ĐƯỢC THÔNG QUA" */
export function verdictWords(
  t: Translate,
  language: Language,
  decided: { question: PollQuestion; frozen: FrozenPoll; votes: number; passed: boolean },
): string {
  const { question, frozen, votes, passed } = decided
  const { base } = frozen.base
  return t('voting.verdict', {
    option: optionWords(t, question, 'for'),
    share: t('voting.share_of', { votes, base, share: formatShare(votes, base, language) }),
    threshold: frozen.threshold ? thresholdWords(t, frozen.threshold, { missed: !passed }) : '',
    verdict: t(passed ? 'vote.passed' : 'vote.not_passed').toLocaleUpperCase(language),
  })
}
