// A question while it is typed: what one choice makes of the others, what is left out when it is sent, and what is wrong at which field.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { RuleSet, VotingRules } from '@hoi-truong/shared/rules'
import {
  isInPersonOnlyPoll,
  type PollMatter,
  type PollMethod,
  type PollQuestion,
  type QuestionSurroundings,
  questionFault,
  shapeOf,
} from '@hoi-truong/shared/voting'
import { blankOption, usualMethod } from './suggest.ts'

/** Another matter: its usual way, and options where it needs some. What was typed stays for the way back. */
export function withMatter(question: PollQuestion, matter: PollMatter, rules: VotingRules): PollQuestion {
  const { ballot } = rules.matters[matter]
  const fits = ballot === 'either' || (ballot === 'open') === (question.method === 'open')
  const needs = shapeOf(matter) !== 'approval' && question.options.length === 0
  return {
    ...question,
    matter,
    method: fits ? question.method : usualMethod(rules, matter),
    options: needs ? [blankOption(), blankOption()] : question.options,
  }
}

/** As it is sent: without fields that its matter or way does not have. */
export function cleaned(question: PollQuestion): PollQuestion {
  const { matter, method } = question
  const own = shapeOf(matter) !== 'approval'
  return {
    ...question,
    title: question.title.trim(),
    options: own
      ? question.options
          .map(({ optionId, label }) => ({ optionId, label: label.trim() }))
          .filter(({ label }) => label !== '')
      : [],
    maxChoices: own ? question.maxChoices : 1,
    showTallies: method === 'open' && question.showTallies,
    tellerIds: method === 'paper' ? question.tellerIds : [],
  }
}

type FieldFault = 'title' | 'options' | 'tellers' | 'other'

const fields: Partial<Record<ErrorCode, FieldFault>> = {
  POLL_OPTIONS_WRONG: 'options',
  POLL_TELLERS_MISSING: 'tellers',
}

/** What is wrong with a cleaned question, by the same function as the server's refusal. */
export function faultOf(
  question: PollQuestion,
  rules: RuleSet,
  around: QuestionSurroundings,
): { field: FieldFault; code: ErrorCode | null } | null {
  if (question.title.length < 3) return { field: 'title', code: null }
  const code = questionFault(question, rules, around)
  return code && { field: fields[code] ?? 'other', code }
}

type Barred = 'secret' | 'open' | 'inPerson' | 'upper'

/** Why this way is not to be chosen for this matter, null when it is. */
export function barredBecause(
  question: PollQuestion,
  method: PollMethod,
  rules: RuleSet,
  around: Pick<QuestionSurroundings, 'items'>,
): Barred | null {
  const { ballot } = rules.voting.matters[question.matter]
  if (method === 'open') return ballot === 'secret' ? 'secret' : null
  if (ballot === 'open') return 'open'
  if (method === 'paper') return null
  if (isInPersonOnlyPoll(question, around, rules)) return 'inPerson'
  return rules.voting.electronicSecret ? null : 'upper'
}
