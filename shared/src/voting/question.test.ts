// What may be put to the vote, and in which form (DOMAIN 2.4, 3.4).
import { describe, expect, test } from 'vitest'
import type { AgendaItem } from '../agenda/index.ts'
import { defaultRuleSet, type RuleSet } from '../rules/index.ts'
import {
  isElectorateTooSmall,
  isInPersonOnlyPoll,
  MOST_POLLS,
  optionIdsOf,
  type PollMatter,
  type PollMethod,
  type PollQuestion,
  type PollStage,
  pollMatterSchema,
  pollQuestionSchema,
  questionFault,
} from './index.ts'
import { idOf, optionsOf, pollOf, questionOf } from './testing/polls.ts'

const item = (kind: AgendaItem['kind'], inPersonOnly = false): AgendaItem => ({
  itemId: idOf(50),
  part: 'proceeding',
  kind,
  title: 'Nội dung',
  presenterId: null,
  minutes: 10,
  inPersonOnly,
})
const surroundings = { items: [item('draftResolution')], rollMemberIds: ['dv12', 'dv13', 'dv14'], polls: [] }
const faultOf = (question: PollQuestion, rules: RuleSet = defaultRuleSet, more: Partial<typeof surroundings> = {}) =>
  questionFault(question, rules, { ...surroundings, ...more })

const electronic: RuleSet = { ...defaultRuleSet, voting: { ...defaultRuleSet.voting, electronicSecret: true } }

describe('how a matter may be taken', () => {
  const allowed: Record<PollMatter, PollMethod[]> = {
    resolution: ['open'],
    ordinary: ['open'],
    scoring: ['open'],
    conduct: ['open'],
    admission: ['open', 'paper'],
    recognition: ['open', 'paper'],
    removal: ['open', 'paper'],
    discipline: ['paper'],
    expulsion: ['paper'],
    election: ['paper'],
    rating: ['paper'],
    opinion: ['open', 'paper'],
  }

  test.each(pollMatterSchema.options)('%s', (matter) => {
    for (const method of ['open', 'paper'] as const) {
      const expected = allowed[matter].includes(method) ? null : 'POLL_METHOD_BARRED'
      expect(faultOf(questionOf(matter, { method })), method).toBe(expected)
    }
  })

  test.each([
    ['rating', null],
    ['opinion', null],
    ['resolution', 'POLL_METHOD_BARRED'],
    // Never done online: neither on devices where the committee allows that for other matters.
    ['admission', 'POLL_ELECTRONIC_BARRED'],
    ['discipline', 'POLL_ELECTRONIC_BARRED'],
    ['expulsion', 'POLL_ELECTRONIC_BARRED'],
    ['election', 'POLL_ELECTRONIC_BARRED'],
  ] as const)('%s on devices, where the committee above allows secret ballots on them: %s', (matter, expected) => {
    const question = questionOf(matter, { method: 'electronic' })
    expect(faultOf(question, electronic)).toBe(expected)
    expect(faultOf(question)).toBe(expected ?? 'POLL_ELECTRONIC_BARRED')
  })

  test('an item that the branch itself keeps in person is not voted on by secret ballot on devices', () => {
    const question = questionOf('rating', { method: 'electronic', itemId: idOf(50) })
    expect(faultOf(question, electronic, { items: [item('rating')] })).toBeNull()
    expect(faultOf(question, electronic, { items: [item('rating', true)] })).toBe('POLL_ELECTRONIC_BARRED')
  })
})

describe('in person only', () => {
  test.each(pollMatterSchema.options)('%s, by the default rules', (matter) => {
    const barred = ['admission', 'recognition', 'removal', 'discipline', 'expulsion', 'election'].includes(matter)
    expect(isInPersonOnlyPoll({ matter, itemId: null }, { items: [] }, defaultRuleSet)).toBe(barred)
  })

  test('by the item that it belongs to', () => {
    const question = { matter: 'ordinary' as const, itemId: idOf(50) }
    const within = (one: AgendaItem) => isInPersonOnlyPoll(question, { items: [one] }, defaultRuleSet)
    expect([within(item('other')), within(item('other', true)), within(item('election'))]).toEqual([false, true, true])
    expect(isInPersonOnlyPoll({ ...question, itemId: null }, { items: [item('election')] }, defaultRuleSet)).toBe(false)
  })

  test('another list of the committee above', () => {
    const rules = { inPersonOnly: ['rating' as const] }
    expect(isInPersonOnlyPoll({ matter: 'rating', itemId: null }, { items: [] }, rules)).toBe(true)
    expect(isInPersonOnlyPoll({ matter: 'election', itemId: null }, { items: [] }, rules)).toBe(false)
  })
})

describe('options', () => {
  const [first, second] = optionsOf(2) as [PollQuestion['options'][0], PollQuestion['options'][0]]
  test.each<[string, PollMatter, Partial<PollQuestion>, boolean]>([
    ['yes or no needs none', 'resolution', {}, true],
    ['yes or no with options', 'resolution', { options: optionsOf(2) }, false],
    ['yes or no with two choices', 'resolution', { maxChoices: 2 }, false],
    ['3 of 5', 'election', {}, true],
    ['5 of 5', 'election', { maxChoices: 5 }, true],
    ['6 of 5', 'election', { maxChoices: 6 }, false],
    ['one candidate', 'election', { options: [first], maxChoices: 1 }, true],
    ['no candidate', 'election', { options: [], maxChoices: 1 }, false],
    ['one opinion to choose from', 'opinion', { options: [first] }, false],
    ['two opinions', 'opinion', { options: [first, second] }, true],
    ['the same id', 'opinion', { options: [first, { ...second, optionId: first.optionId }] }, false],
    ['the same name', 'opinion', { options: [first, { ...second, label: first.label }] }, false],
    ['the same name in capitals', 'opinion', { options: [first, { ...second, label: 'PHƯƠNG  ÁN 1' }] }, false],
    ['names apart by their marks only', 'opinion', { options: [first, { ...second, label: 'Phương an 1' }] }, true],
  ])('%s', (_, matter, more, sound) => {
    expect(faultOf(questionOf(matter, more))).toBe(sound ? null : 'POLL_OPTIONS_WRONG')
  })

  test('what the ballot offers', () => {
    expect(optionIdsOf(questionOf('resolution'))).toEqual(['for', 'against', 'abstain'])
    expect(optionIdsOf(questionOf('admission', { method: 'open' }))).toEqual(['for', 'against', 'abstain'])
    expect(optionIdsOf(questionOf('admission'))).toEqual(['for', 'against'])
    expect(optionIdsOf(questionOf('rating', { method: 'electronic' }))).toEqual(['for', 'against'])
    expect(optionIdsOf(questionOf('election'))).toEqual(optionsOf(5).map(({ optionId }) => optionId))
  })
})

describe('tellers', () => {
  test.each([
    ['two of the branch', ['dv12', 'dv13'], null],
    ['three', ['dv12', 'dv13', 'dv14'], null],
    ['one', ['dv12'], 'POLL_TELLERS_MISSING'],
    ['none', [], 'POLL_TELLERS_MISSING'],
    ['one from elsewhere', ['dv12', 'db01'], 'POLL_TELLERS_MISSING'],
  ])('%s', (_, tellerIds, expected) => expect(faultOf(questionOf('rating', { tellerIds }))).toBe(expected))

  test('an open poll needs none', () => expect(faultOf(questionOf('resolution'))).toBeNull())
})

describe('a repeat', () => {
  test.each<[PollStage, string | null]>([
    ['prepared', 'POLL_REPEAT_WRONG'],
    ['open', 'POLL_REPEAT_WRONG'],
    ['closed', null],
    ['announced', null],
    ['cancelled', null],
  ])('of one that is %s: %s', (stage, expected) => {
    const polls = [pollOf(questionOf('resolution'), [], stage)]
    const question = questionOf('resolution', { pollId: idOf(2), repeats: idOf(1) })
    expect(questionFault(question, defaultRuleSet, { ...surroundings, polls })).toBe(expected)
  })

  test('of itself or of none that there is', () => {
    const polls = [pollOf(questionOf('resolution'), [], 'closed')]
    const of = (repeats: string) =>
      questionFault(questionOf('resolution', { repeats }), defaultRuleSet, { ...surroundings, polls })
    expect([of(idOf(1)), of(idOf(3))]).toEqual(['POLL_REPEAT_WRONG', 'POLL_REPEAT_WRONG'])
  })
})

test('what it belongs to must be on the order of business', () => {
  expect(faultOf(questionOf('resolution', { itemId: idOf(50) }))).toBeNull()
  expect(faultOf(questionOf('resolution', { itemId: idOf(51) }))).toBe('AGENDA_ITEM_UNKNOWN')
})

test('of a secret ballot nothing is shown before its end', () => {
  expect(faultOf(questionOf('resolution', { showTallies: true }))).toBeNull()
  expect(faultOf(questionOf('rating', { showTallies: true }))).toBe('REQUEST_MALFORMED')
})

test('no more than a hundred; those that are there can still be changed', () => {
  const polls = Array.from({ length: MOST_POLLS }, (_, index) =>
    pollOf(questionOf('resolution', { pollId: idOf(100 + index) }), [], 'prepared'),
  )
  const of = (pollId: string, some = polls) =>
    questionFault(questionOf('resolution', { pollId }), defaultRuleSet, { ...surroundings, polls: some })
  expect([of(idOf(1)), of(idOf(100)), of(idOf(1), polls.slice(1))]).toEqual(['POLL_TOO_MANY', null, null])
})

test('on devices it needs as many voters as the rules ask for', () => {
  const small = (method: PollMethod, electorate: number) =>
    isElectorateTooSmall({ method }, defaultRuleSet.voting, electorate)
  expect([small('electronic', 6), small('electronic', 7), small('paper', 2), small('open', 1)]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

describe('as it is sent', () => {
  const sent = { ...questionOf('election'), tellerIds: [idOf(12), idOf(13)] }
  const accepts = (more: object) => pollQuestionSchema.safeParse({ ...sent, ...more }).success
  test('sound', () => expect(accepts({})).toBe(true))
  test.each([
    ['a title too short', { title: ' ab ' }],
    ['an unknown matter', { matter: 'war' }],
    ['too many options', { options: optionsOf(41) }],
    ['an option without a name', { options: [{ optionId: idOf(1), label: '  ' }] }],
    ['no choice', { maxChoices: 0 }],
    ['half a choice', { maxChoices: 1.5 }],
    ['a teller named twice', { tellerIds: [idOf(12), idOf(12)] }],
    ['something else beside it', { threshold: null }],
  ])('%s is refused', (_, more) => expect(accepts(more)).toBe(false))
})
