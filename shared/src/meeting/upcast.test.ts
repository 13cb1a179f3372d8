// Meetings as they were written before rules had polls: read today they have the default rules of votes, and keep everything else.
import { expect, test } from 'vitest'
import { defaultRuleSet, defaultVotingRules } from '../rules/index.ts'
import { eventOf } from '../testing/events.ts'
import { meeting, plan } from '../testing/sampleEvening.ts'
import { meetingUpcasters } from './index.ts'

const { voting: _, ...stored } = { ...defaultRuleSet, id: 'tinh', version: 2, lateAfterMinutes: 5 }
const { roll } = meeting
const upcast = (type: string, payload: object, version: number) =>
  meetingUpcasters[type]?.(eventOf(type, payload, { version })).payload

test.each([
  ['meeting.drafted', { plan, roll }],
  ['meeting.planChanged', { plan, roll }],
  ['meeting.practiceStarted', { plan, roll }],
  ['meeting.announced', { roll }],
  ['meeting.opened', { roll }],
])('%s', (type, payload) => {
  const rules = { ...stored, voting: defaultVotingRules }
  expect(upcast(type, { ...payload, rules: stored }, 2)).toEqual({ ...payload, rules })
  const own = { ...rules, voting: { ...defaultVotingRules, electronicSecret: true } }
  expect(upcast(type, { ...payload, rules: own }, 2)).toEqual({ ...payload, rules: own })
})

test('opened by rules of the first form', () => {
  const rules = { id: 'default', version: 1, lateAfterMinutes: 10, minimumMinutes: 90 }
  expect(upcast('meeting.opened', { roll, rules }, 1)).toMatchObject({
    rules: { version: 1, lateAfterMinutes: 10, voting: defaultVotingRules },
  })
})
