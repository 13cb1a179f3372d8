// Who may vote and what the share is taken of (DOMAIN 2.4), on the sample evening and on small branches.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RollEntry } from '../meeting/index.ts'
import { memberCategorySchema, memberStatusSchema } from '../organization/index.ts'
import { defaultRuleSet } from '../rules/index.ts'
import { at, atSite, entry } from '../testing/sampleEvening.ts'
import { electorateOf } from './index.ts'
import { gathering, running, runningAttendance } from './testing/polls.ts'

const now = at('20:40')
const electing = (members: RollEntry[], present: string[], rules = defaultRuleSet) => {
  const { meeting, attendance } = gathering(members, present, rules)
  return electorateOf(meeting, attendance, now)
}
const eight = Array.from({ length: 8 }, (_, index) => entry(`m${index + 1}`))
const ids = eight.map(({ memberId }) => memberId)
const withOne = (more: Partial<RollEntry>) => [...eight, entry('one', more)]

test('the sample evening: 23 official, one away, one exempt and absent, make 21; in the order of the roll', () => {
  const { base, electorate } = electorateOf(running, runningAttendance, now)
  expect(base).toEqual({
    official: 23,
    deductions: [
      { status: 'away', absent: false, count: 1 },
      { status: 'exempt', absent: true, count: 1 },
    ],
    base: 21,
  })
  const expected = Array.from({ length: 22 }, (_, index) => `dv${String(index + 1).padStart(2, '0')}`)
  expect(electorate).toEqual(expected.filter((memberId) => memberId !== 'dv21'))
})

describe('one member among eight', () => {
  test.each([
    ['official, present', {}, true, 9],
    ['official, absent: stays in the base', {}, false, 9],
    ['probationary, present', { category: 'probationary' }, true, 8],
    ['probationary, absent', { category: 'probationary' }, false, 8],
    ['exempt, present: votes and is counted', { status: 'exempt' }, true, 9],
    ['exempt, absent', { status: 'exempt' }, false, 8],
    ['exempt and probationary, present', { status: 'exempt', category: 'probationary' }, true, 8],
    ['introduced elsewhere, absent', { status: 'away' }, false, 8],
    ['introduced elsewhere, present all the same', { status: 'away' }, true, 8],
    ['suspended, absent', { status: 'suspended' }, false, 8],
    ['suspended, present', { status: 'suspended' }, true, 8],
    ['on special duty, absent: in the base', { status: 'specialDuty' }, false, 9],
    ['temporarily here, present', { temporary: true }, true, 8],
    ['temporarily here, probationary', { temporary: true, category: 'probationary' }, true, 8],
  ] as const)('%s', (_, more, present, base) => {
    const result = electing(withOne(more), present ? [...ids, 'one'] : ids)
    expect(result.base.base).toBe(base)
    expect(result.electorate).toEqual(base === 9 ? [...ids, 'one'] : ids)
  })

  test('temporarily here, where the rules give a vote', () => {
    const rules = { ...defaultRuleSet, temporaryMembers: { inRate: true, inBase: true } }
    expect(electing(withOne({ temporary: true }), ids, rules)).toMatchObject({ base: { base: 9, official: 9 } })
    expect(electing(withOne({ temporary: true, status: 'exempt' }), ids, rules).base.base).toBe(8)
    const probationary = withOne({ temporary: true, category: 'probationary' })
    expect(electing(probationary, [...ids, 'one'], rules).electorate).toEqual(ids)
  })

  test('exempt, who came and left before the opening of the poll', () => {
    const { meeting, attendance } = gathering(withOne({ status: 'exempt' }), ids)
    const left = { ...atSite('19:30'), endedAt: at('20:10'), reason: 'left' as const }
    const intervals = { ...attendance.intervals, one: [left] }
    expect(electorateOf(meeting, { ...attendance, intervals }, now).electorate).toEqual(ids)
  })

  test('exempt, following a meeting in person from an own device: that is no presence', () => {
    const { meeting, attendance } = gathering(withOne({ status: 'exempt' }), [...ids, 'one'])
    const inPerson = { ...meeting, plan: meeting.plan && { ...meeting.plan, form: 'inPerson' as const } }
    expect(electorateOf(inPerson, attendance, now)).toMatchObject({ base: { base: 8 }, electorate: ids })
  })

  test('exempt, where the rules leave nobody out', () => {
    const rules = { ...defaultRuleSet, outsideBase: [], outsideBaseWhenAbsent: [] }
    expect(electing(withOne({ status: 'exempt' }), [], rules).base).toEqual({ official: 9, deductions: [], base: 9 })
  })
})

test('who follows from above or is a guest is never in it', () => {
  const { meeting, attendance } = gathering(eight, [...ids, 'db01', 'guest'])
  const roll = meeting.roll && { ...meeting.roll, followers: [entry('db01')], guests: [entry('guest')] }
  expect(electorateOf({ ...meeting, roll }, attendance, now).electorate).toEqual(ids)
})

test('nobody official: nobody to vote', () => {
  const members = eight.map((one) => ({ ...one, category: 'probationary' as const }))
  expect(electing(members, ids)).toEqual({ base: { official: 0, deductions: [], base: 0 }, electorate: [] })
})

test('the base is always as many as may vote', () => {
  const status = fc.constantFrom(...memberStatusSchema.options)
  const person = fc.record({
    category: fc.constantFrom(...memberCategorySchema.options),
    status,
    temporary: fc.boolean(),
    present: fc.boolean(),
  })
  const rulesOf = fc.record({
    outsideBase: fc.array(status, { maxLength: 4 }),
    outsideBaseWhenAbsent: fc.array(status, { maxLength: 4 }),
    temporaryMembers: fc.record({ inRate: fc.boolean(), inBase: fc.boolean() }),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), rulesOf, (people, some) => {
      const members = people.map(({ present: _, ...more }, index) => entry(`m${index}`, more))
      const present = members.filter((_, index) => people[index]?.present).map(({ memberId }) => memberId)
      const { base, electorate } = electing(members, present, { ...defaultRuleSet, ...some })
      return base.base === electorate.length && base.deductions.every(({ count }) => count > 0)
    }),
  )
})
