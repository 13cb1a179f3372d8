// What is filled in before anybody types.
import type { AgendaItem } from '@hoi-truong/shared/agenda'
import { defaultRuleSet, defaultVotingRules } from '@hoi-truong/shared/rules'
import { pollMatterSchema, pollQuestionSchema } from '@hoi-truong/shared/voting'
import { describe, expect, it } from 'vitest'
import { pollOf } from '../testing/polls.ts'
import { barredBecause, cleaned, faultOf, withMatter } from './draft.ts'
import { itemsToVoteOn, movedTo, newQuestion, repeatOf, usualMethod } from './suggest.ts'

const item = (itemId: string, kind: AgendaItem['kind'], title = `Nội dung ${itemId}`): AgendaItem => ({
  itemId,
  part: 'proceeding',
  kind,
  title,
  presenterId: null,
  minutes: 10,
  inPersonOnly: false,
})
const admission = item('4a0a1d5e-3d0c-4d6e-9a35-000000000001', 'admission', 'Xét, đề nghị kết nạp')
const resolution = item('4a0a1d5e-3d0c-4d6e-9a35-000000000002', 'vote', 'Thông qua Nghị quyết')
const report = item('4a0a1d5e-3d0c-4d6e-9a35-000000000003', 'report')
const around = { items: [admission, resolution, report], polls: [], rollMemberIds: ['m1', 'm2'] }

describe('a new question', () => {
  it('takes matter, way and words from its item', () => {
    expect(newQuestion(defaultVotingRules, admission)).toMatchObject({
      itemId: admission.itemId,
      matter: 'admission',
      method: 'paper',
      title: 'Xét, đề nghị kết nạp',
    })
    expect(newQuestion(defaultVotingRules, resolution)).toMatchObject({ matter: 'resolution', method: 'open' })
    expect(newQuestion(defaultVotingRules, report)).toMatchObject({ matter: 'ordinary', method: 'open' })
    expect(newQuestion(defaultVotingRules, null)).toMatchObject({ matter: 'ordinary', itemId: null, title: '' })
  })

  it('of an item that is voted on by hand may be sent as it stands', () => {
    const question = cleaned(newQuestion(defaultVotingRules, resolution))
    expect(faultOf(question, defaultRuleSet, around)).toBeNull()
    expect(pollQuestionSchema.safeParse(question).success).toBe(true)
  })

  it('follows to another item until somebody has typed', () => {
    const first = newQuestion(defaultVotingRules, resolution)
    const moved = movedTo(first, admission, resolution, defaultVotingRules)
    expect(moved).toMatchObject({ pollId: first.pollId, matter: 'admission', title: 'Xét, đề nghị kết nạp' })
    const typed = { ...first, title: 'Thông qua báo cáo' }
    expect(movedTo(typed, admission, resolution, defaultVotingRules)).toEqual({ ...typed, itemId: admission.itemId })
  })
})

it('suggests items that are usually voted on and have no poll that counts', () => {
  const polls = (stage: 'prepared' | 'cancelled') => [pollOf({ itemId: admission.itemId }, { stage })]
  const idsOf = (items: AgendaItem[]) => items.map(({ itemId }) => itemId)
  expect(idsOf(itemsToVoteOn(around.items, []))).toEqual([admission.itemId, resolution.itemId])
  expect(idsOf(itemsToVoteOn(around.items, polls('prepared')))).toEqual([resolution.itemId])
  expect(idsOf(itemsToVoteOn(around.items, polls('cancelled')))).toEqual([admission.itemId, resolution.itemId])
})

it('repeats the same as a poll of its own', () => {
  const over = pollOf({ options: [{ optionId: 'o1', label: 'Mai' }], matter: 'election' }, { stage: 'announced' })
  const again = repeatOf(over)
  expect(again).toMatchObject({ title: over.question.title, repeats: 'p', options: [{ label: 'Mai' }] })
  expect([again.pollId, again.options[0]?.optionId]).not.toContain('p')
})

describe('while it is typed', () => {
  it.each(pollMatterSchema.options)('%s comes in a way that its rules allow', (matter) => {
    const question = withMatter(newQuestion(defaultVotingRules, resolution), matter, defaultVotingRules)
    expect(barredBecause(question, question.method, defaultRuleSet, around)).toBeNull()
    expect(usualMethod(defaultVotingRules, matter)).not.toBe('electronic')
  })

  it('keeps names and tellers for the way back, and sends none where there are none', () => {
    const election = {
      ...newQuestion(defaultVotingRules, item('x', 'election')),
      options: [
        { optionId: 'a', label: ' Mai ' },
        { optionId: 'b', label: '' },
      ],
      tellerIds: ['m1', 'm2'],
    }
    const ordinary = withMatter(election, 'ordinary', defaultVotingRules)
    expect(ordinary.options).toHaveLength(2)
    expect(cleaned(ordinary)).toMatchObject({ options: [], tellerIds: [], maxChoices: 1, method: 'open' })
    expect(cleaned(election).options).toEqual([{ optionId: 'a', label: 'Mai' }])
  })

  it('says which field is wrong', () => {
    const paper = { ...newQuestion(defaultVotingRules, admission), itemId: null }
    expect(faultOf({ ...paper, title: 'ab' }, defaultRuleSet, around)).toEqual({ field: 'title', code: null })
    expect(faultOf(paper, defaultRuleSet, around)?.field).toBe('tellers')
    expect(faultOf({ ...paper, tellerIds: ['m1', 'm2'] }, defaultRuleSet, around)).toBeNull()
    const election = cleaned(withMatter(paper, 'election', defaultVotingRules))
    expect(faultOf(election, defaultRuleSet, around)?.field).toBe('options')
  })

  it('says why a way is barred', () => {
    const question = newQuestion(defaultVotingRules, resolution)
    const why = (matter: 'resolution' | 'rating' | 'admission', rules = defaultRuleSet) =>
      (['open', 'paper', 'electronic'] as const).map((method) =>
        barredBecause({ ...question, itemId: null, matter }, method, rules, around),
      )
    expect(why('resolution')).toEqual([null, 'open', 'open'])
    expect(why('rating')).toEqual(['secret', null, 'upper'])
    expect(why('admission')).toEqual([null, null, 'inPerson'])
    const allowed = { ...defaultRuleSet, voting: { ...defaultVotingRules, electronicSecret: true } }
    expect(why('rating', allowed)).toEqual(['secret', null, null])
  })
})
