// What a vote on an item most likely is, so that whoever prepares it reads and corrects instead of typing.
import type { AgendaItem, AgendaItemKind } from '@hoi-truong/shared/agenda'
import type { VotingRules } from '@hoi-truong/shared/rules'
import { type Poll, type PollMatter, type PollMethod, type PollQuestion, shapeOf } from '@hoi-truong/shared/voting'
import { newId } from '../../../lib/newId.ts'

const matters: Partial<Record<AgendaItemKind, PollMatter>> = {
  vote: 'resolution',
  admission: 'admission',
  recognition: 'recognition',
  removal: 'removal',
  discipline: 'discipline',
  election: 'election',
  rating: 'rating',
  scoring: 'scoring',
}

/** Items of these kinds hardly go without a vote. */
const isVotedOn = ({ kind }: Pick<AgendaItem, 'kind'>): boolean => matters[kind] !== undefined

/** The way that the rules ask for; where the branch decides: personnel on paper, opinions by hand. */
export function usualMethod({ matters: rules }: VotingRules, matter: PollMatter): PollMethod {
  const { ballot } = rules[matter]
  if (ballot === 'open' || (ballot === 'either' && matter === 'opinion')) return 'open'
  return 'paper'
}

export const blankOption = () => ({ optionId: newId(), label: '' })

export function newQuestion(rules: VotingRules, item: AgendaItem | null): PollQuestion {
  const matter = (item && matters[item.kind]) ?? 'ordinary'
  return {
    pollId: newId(),
    itemId: item?.itemId ?? null,
    matter,
    method: usualMethod(rules, matter),
    title: item?.title ?? '',
    options: shapeOf(matter) === 'approval' ? [] : [blankOption(), blankOption()],
    maxChoices: 1,
    showTallies: false,
    tellerIds: [],
    repeats: null,
  }
}

/** Put to another item: what was taken over from the item before follows, what was typed stays. */
export function movedTo(
  question: PollQuestion,
  item: AgendaItem | null,
  before: AgendaItem | null,
  rules: VotingRules,
): PollQuestion {
  const itemId = item?.itemId ?? null
  const untouched = question.title.trim() === '' || question.title === before?.title
  if (!untouched || question.repeats !== null) return { ...question, itemId }
  const { pollId, tellerIds } = question
  return { ...newQuestion(rules, item), pollId, tellerIds }
}

/** Biểu quyết lại: the same once more, as a poll of its own. */
export const repeatOf = ({ question }: Pick<Poll, 'question'>): PollQuestion => ({
  ...question,
  pollId: newId(),
  options: question.options.map((option) => ({ ...option, optionId: newId() })),
  repeats: question.pollId,
})

/** Items that are usually voted on and have no poll yet that still counts. */
export function itemsToVoteOn(items: readonly AgendaItem[], polls: readonly Poll[]): AgendaItem[] {
  const has = (itemId: string) =>
    polls.some(({ question, stage }) => question.itemId === itemId && stage !== 'cancelled')
  return items.filter((item) => isVotedOn(item) && !has(item.itemId))
}
