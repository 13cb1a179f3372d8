// A meeting keeps the rules that it opened with; the next one is held by those in force then. No line of code in between.
import { rollCall } from '@hoi-truong/shared/attendance'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVER } from '../log/commandDefinition.ts'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

async function figures(meeting: TestMeeting) {
  const { meeting: state, attendance } = await meeting.state()
  const { counts, base, quorum } = rollCall(state, attendance, new Date().toISOString())
  return { rules: state.rules?.id, expected: counts.expected, base: base.base, level: quorum.level }
}

test('rules adopted by the commune while a meeting is open hold from the next one on', async () => {
  const { log } = meetings
  const before = await meetings.opened()
  const prepared = await meetings.announced()
  const held = { rules: 'default', expected: 22, base: 20, level: 'red' }
  expect(await figures(before)).toEqual(held)

  const everybody = { ...defaultRuleSet, id: 'everybody', version: 1, outsideRate: [], outsideBaseWhenAbsent: [] }
  const commune = log.sample.organizations[1]?.id ?? ''
  await log.nodes[0].give(SERVER, 'ruleSet.adopt', commune, { ruleSet: everybody, from: '2026-01-01', to: null })

  expect(await before.give('dv01', 'meeting.updateRoll')).toBe('ok')
  expect(await figures(before)).toEqual(held)
  expect(await prepared.give('dv01', 'meeting.open')).toBe('ok')
  expect(await figures(prepared)).toEqual({ rules: 'everybody', expected: 25, base: 22, level: 'red' })
  expect(await before.give('dv01', 'meeting.close')).toBe('ok')
  expect(await figures(before)).toEqual(held)
})
