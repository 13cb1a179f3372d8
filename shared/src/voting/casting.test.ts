// Who votes from an own device (DOMAIN 2.4): on the sample evening dv16, dv17 and the exempt dv22, who came; never dv25, who is dự bị.
import { describe, expect, test } from 'vitest'
import { at, atSite, entry, online, SITE } from '../testing/sampleEvening.ts'
import { castingFault, electorateOf, type PollQuestion } from './index.ts'
import { pollOf, questionOf, running, runningAttendance } from './testing/polls.ts'

const { electorate } = electorateOf(running, runningAttendance, at('20:40'))
const evening = { meeting: running, attendance: runningAttendance }
const code = (memberId: string, where = evening, question: PollQuestion = questionOf('resolution')) =>
  castingFault(where, pollOf(question, electorate), memberId, null)?.code ?? null
const placed = (memberId: string, ...intervals: ReturnType<typeof online>[]) => ({
  ...evening,
  attendance: { ...runningAttendance, intervals: { ...runningAttendance.intervals, [memberId]: intervals } },
})

test.each([
  ['dv16', null],
  ['dv17', null],
  ['dv22', null],
  ['dv25', 'VOTE_PROBATIONARY'],
  ['dv24', 'VOTE_PROBATIONARY'],
  ['dv01', 'VOTE_AT_SITE'],
  ['dv18', 'VOTE_NOT_PRESENT'],
  ['dv21', 'VOTE_NOT_ELIGIBLE'],
  ['dv23', 'VOTE_NOT_ELIGIBLE'],
  ['db01', 'VOTE_NOT_ELIGIBLE'],
  ['stranger', 'VOTE_NOT_ELIGIBLE'],
])('%s on the sample evening: %s', (memberId, expected) => expect(code(memberId)).toBe(expected))

describe('the electorate is that of the opening', () => {
  test('an exempt member who comes later waits for the next poll', () => {
    expect(code('dv21', placed('dv21', online('20:50')))).toBe('VOTE_NOT_ELIGIBLE')
  })

  test('whoever was in it votes, also when the status has changed since', () => {
    const members = running.roll?.members.map((one) =>
      one.memberId === 'dv16' ? entry('dv16', { status: 'away' }) : one,
    )
    const meeting = { ...running, roll: running.roll && { ...running.roll, members: members ?? [] } }
    expect(code('dv16', { ...evening, meeting })).toBeNull()
  })
})

describe('where somebody is', () => {
  const gone = { endedAt: at('20:00'), reason: 'left' } as const

  test('left, and come back', () => {
    expect(code('dv16', placed('dv16', online('19:28', gone)))).toBe('VOTE_NOT_PRESENT')
    expect(code('dv16', placed('dv16', online('19:28', gone), online('20:45')))).toBeNull()
  })

  test('moved to a site, and away from it; the name of the site is told', () => {
    const moved = { endedAt: at('20:42'), reason: 'moved' } as const
    const there = placed('dv16', online('19:28', moved), atSite('20:42'))
    const poll = pollOf(questionOf('resolution'), electorate)
    expect(castingFault(there, poll, 'dv16', null)).toEqual({ code: 'VOTE_AT_SITE', siteId: SITE })
    expect(code('dv01', placed('dv01', atSite('19:25', moved), online('20:43')))).toBeNull()
  })

  test('at a site with an own phone beside it: by hand there', () => {
    const attendance = { ...runningAttendance, companions: { dv01: true as const } }
    expect(code('dv01', { ...evening, attendance })).toBe('VOTE_AT_SITE')
  })

  test('following a meeting in person from an own device', () => {
    const meeting = { ...running, plan: running.plan && { ...running.plan, form: 'inPerson' as const } }
    expect(code('dv16', { ...evening, meeting })).toBe('VOTE_NOT_PRESENT')
    expect(code('dv01', { ...evening, meeting })).toBe('VOTE_AT_SITE')
  })
})

test('whose hand a site has counted does not vote alone until it counts again', () => {
  const poll = pollOf(questionOf('resolution'), electorate)
  expect(castingFault(evening, poll, 'dv16', SITE)).toEqual({ code: 'VOTE_COUNTED_AT_SITE', siteId: SITE })
  // At the site it is told first what to do there.
  expect(castingFault(evening, poll, 'dv01', SITE)).toEqual({ code: 'VOTE_AT_SITE', siteId: SITE })
})

test('what is never done online is voted on at sites only', () => {
  const question = questionOf('admission', { method: 'open' })
  expect([code('dv16', evening, question), code('dv01', evening, question), code('dv25', evening, question)]).toEqual([
    'VOTE_IN_PERSON_ONLY',
    'VOTE_AT_SITE',
    'VOTE_PROBATIONARY',
  ])
})

test('a poll that is not open has nobody who may vote', () => {
  const poll = pollOf(questionOf('resolution'), electorate, 'prepared')
  expect(castingFault(evening, poll, 'dv16', null)?.code).toBe('VOTE_NOT_ELIGIBLE')
})
