// Whether a question may be put to the vote as it stands: the form that its matter needs (DOMAIN 2.4) and figures that can be counted.
import type { AgendaItem, AgendaItemKind } from '../agenda/schema.ts'
import type { ErrorCode } from '../errors/codes.ts'
import { isInPersonOnly } from '../meeting/readiness.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import type { VotingRules } from '../rules/votingRules.ts'
import { APPROVAL_OPEN, APPROVAL_SECRET, type PollMatter, shapeOf } from './matters.ts'
import type { Poll } from './reduce.ts'
import type { PollOption, PollQuestion } from './schema.ts'

/** A meeting takes no more than this many. */
export const MOST_POLLS = 100

/** What the ballot offers: yes or no, or the question's own options. */
export function optionIdsOf({
  matter,
  method,
  options,
}: Pick<PollQuestion, 'matter' | 'method' | 'options'>): string[] {
  if (shapeOf(matter) !== 'approval') return options.map(({ optionId }) => optionId)
  return method === 'open' ? [...APPROVAL_OPEN] : [...APPROVAL_SECRET]
}

/** Matters that are kinds of items too; the list of what is never done online speaks of items (DOMAIN 3.4). */
const itemKindOf: Partial<Record<PollMatter, AgendaItemKind>> = {
  scoring: 'scoring',
  admission: 'admission',
  recognition: 'recognition',
  removal: 'removal',
  discipline: 'discipline',
  expulsion: 'discipline',
  election: 'election',
  rating: 'rating',
}

/** Chỉ thực hiện trực tiếp: by its matter, or by the item that it belongs to. Votes from own devices are refused then. */
export function isInPersonOnlyPoll(
  { matter, itemId }: Pick<PollQuestion, 'matter' | 'itemId'>,
  { items }: { items: readonly AgendaItem[] },
  rules: Pick<RuleSet, 'inPersonOnly'>,
): boolean {
  const kind = itemKindOf[matter]
  if (kind !== undefined && rules.inPersonOnly.includes(kind)) return true
  const item = items.find((one) => one.itemId === itemId)
  return item !== undefined && isInPersonOnly(item, rules)
}

/** Two candidates are told apart by their names, whatever the case and the spaces in them. */
const nameOf = ({ label }: PollOption): string => label.replace(/\s+/g, ' ').toLowerCase()

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length

function hasCountableOptions({ matter, options, maxChoices }: PollQuestion): boolean {
  const shape = shapeOf(matter)
  if (shape === 'approval') return options.length === 0 && maxChoices === 1
  // An election may have one candidate; who is asked to choose among options needs two.
  if (options.length < (shape === 'election' ? 1 : 2) || maxChoices > options.length) return false
  return distinct(options.map(({ optionId }) => optionId)) && distinct(options.map(nameOf))
}

function methodFault(question: PollQuestion, items: readonly AgendaItem[], rules: RuleSet): ErrorCode | null {
  const { ballot } = rules.voting.matters[question.matter]
  const { method } = question
  if (ballot !== 'either' && (ballot === 'open') !== (method === 'open')) return 'POLL_METHOD_BARRED'
  if (method !== 'electronic') return null
  const allowed = rules.voting.electronicSecret && !isInPersonOnlyPoll(question, { items }, rules)
  return allowed ? null : 'POLL_ELECTRONIC_BARRED'
}

function tellersFault({ method, tellerIds }: PollQuestion, rollMemberIds: ReadonlySet<string>): ErrorCode | null {
  if (method !== 'paper') return null
  return tellerIds.length >= 2 && tellerIds.every((id) => rollMemberIds.has(id)) ? null : 'POLL_TELLERS_MISSING'
}

/** Also biểu quyết lại is a poll of its own: only in place of one that is over. */
function repeatFault({ pollId, repeats }: PollQuestion, polls: readonly Poll[]): ErrorCode | null {
  if (repeats === null) return null
  const before = repeats === pollId ? undefined : polls.find(({ question }) => question.pollId === repeats)
  return before && before.stage !== 'prepared' && before.stage !== 'open' ? null : 'POLL_REPEAT_WRONG'
}

export interface QuestionSurroundings {
  items: readonly AgendaItem[]
  /** Of the roll's members, guests and followers left out: tellers come from among them. */
  rollMemberIds: Iterable<string>
  /** All of the meeting's. */
  polls: readonly Poll[]
}

/** Why this question cannot be asked, null when it can; the same when it is prepared, changed and opened: rules and roll change between. */
export function questionFault(question: PollQuestion, rules: RuleSet, around: QuestionSurroundings): ErrorCode | null {
  const { items, polls } = around
  if (question.itemId !== null && !items.some(({ itemId }) => itemId === question.itemId)) return 'AGENDA_ITEM_UNKNOWN'
  // Of a secret ballot nothing is shown before the end.
  if (question.showTallies && question.method !== 'open') return 'REQUEST_MALFORMED'
  if (!hasCountableOptions(question)) return 'POLL_OPTIONS_WRONG'
  const isNew = !polls.some((poll) => poll.question.pollId === question.pollId)
  if (isNew && polls.length >= MOST_POLLS) return 'POLL_TOO_MANY'
  return (
    methodFault(question, items, rules) ??
    tellersFault(question, new Set(around.rollMemberIds)) ??
    repeatFault(question, polls)
  )
}

/** Of secret ballots on devices: with fewer voters than the rules ask for they would keep no secret. */
export const isElectorateTooSmall = (
  { method }: Pick<PollQuestion, 'method'>,
  { minimumSecretElectorate }: Pick<VotingRules, 'minimumSecretElectorate'>,
  electorate: number,
): boolean => method === 'electronic' && electorate < minimumSecretElectorate

/** Of secret ballots on devices: what so few of them say would be known of each who took one. Of none there is nothing to know. */
export const areBallotsTooFew = (
  { minimumSecretElectorate }: Pick<VotingRules, 'minimumSecretElectorate'>,
  ballots: number,
): boolean => ballots > 0 && ballots < minimumSecretElectorate
