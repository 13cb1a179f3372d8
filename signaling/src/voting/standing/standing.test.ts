// What each may know of a running poll, on the sample meeting's evening: 15 of the electorate at the site, three online, three away.
import type { PresenceInterval } from '@hoi-truong/shared/attendance'
import type { MeetingPlan, RollEntry } from '@hoi-truong/shared/meeting'
import { meetingReducer } from '@hoi-truong/shared/streams'
import type { Poll, PollQuestion } from '@hoi-truong/shared/voting'
import { expect, it } from 'vitest'
import type { Given } from './given.ts'
import { runningPoll, standingFor } from './standing.ts'

const id = (number: number): string => `dv${String(number).padStart(2, '0')}`
const ids = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => id(from + index))

const SITE = '5d4cdf7e-9f10-4a51-8a8e-6a9d6fbb0001'
const SECOND_SITE = '5d4cdf7e-9f10-4a51-8a8e-6a9d6fbb0009'
const electorate = [...ids(1, 20), 'dv22']

const entry = (memberId: string, title: string | null = null): RollEntry => ({
  memberId,
  name: memberId,
  category: ['dv24', 'dv25'].includes(memberId) ? 'probationary' : 'official',
  status: 'active',
  office: 'member',
  title,
  temporary: false,
})
const plan = {
  form: 'hybrid',
  sites: [
    { siteId: SITE, name: 'Nhà văn hóa', operatorId: 'dv10' },
    { siteId: SECOND_SITE, name: 'Điểm cầu 2', operatorId: 'dv11' },
  ],
} as MeetingPlan
const since = (place: PresenceInterval['place']): PresenceInterval[] => [
  { place, way: 'operator', startedAt: '2026-11-03T12:25:00.000Z', endedAt: null, reason: null },
]
const initial = meetingReducer.initial().everyone
const everyone: typeof initial = {
  ...initial,
  meeting: {
    ...initial.meeting,
    status: 'open',
    plan,
    chairId: 'dv01',
    minutesSecretaryId: 'dv14',
    announcedAt: '2026-10-30T14:00:00.000Z',
    openedAt: '2026-11-03T12:30:00.000Z',
    roll: {
      organizationName: 'Chi bộ Thôn Giả Định 2',
      upperName: null,
      members: ids(1, 25).map((memberId) => entry(memberId)),
      followers: [entry('db01', 'Đảng ủy viên')],
      guests: [],
    },
  },
  attendance: {
    ...initial.attendance,
    intervals: {
      ...Object.fromEntries([...ids(1, 15), 'dv24'].map((who) => [who, since({ kind: 'site', siteId: SITE })])),
      ...Object.fromEntries(['dv16', 'dv17', 'dv22', 'dv25'].map((who) => [who, since({ kind: 'device' })])),
    },
  },
}

const pollId = '5d4cdf7e-9f10-4a51-8a8e-6a9d6fbb0003'
const poll = (question: Partial<PollQuestion> = {}): Poll => ({
  question: {
    pollId,
    itemId: null,
    matter: 'resolution',
    method: 'open',
    title: 'Thông qua nghị quyết',
    options: [],
    maxChoices: 1,
    showTallies: false,
    tellerIds: [],
    repeats: null,
    ...question,
  },
  revision: 1,
  stage: 'open',
  frozen: {
    threshold: { numerator: 1, denominator: 2, strict: true },
    base: { official: 23, deductions: [], base: 21 },
    electorate,
    inPersonOnly: false,
    publicKey: null,
  },
  openedAt: '2026-11-03T13:00:00.000Z',
  closedAt: null,
  announcedAt: null,
  reason: null,
  wasCounted: false,
  outcome: null,
})

const given = (more: Partial<Given> = {}): Given => ({
  pollId,
  votes: new Map(),
  hands: [],
  paper: null,
  participants: new Set(),
  ...more,
})
const hands = { siteId: SITE, covered: ids(1, 15), tallies: { for: 15, against: 0, abstain: 0 } }
const votes = new Map([
  ['dv16', ['for']],
  ['dv22', ['abstain']],
])

it('counts who has voted alone and who is counted at a site, and shows no figures that the chair did not choose to show', () => {
  const { progress } = runningPoll(everyone, poll(), given({ votes, hands: [hands] }))
  expect(progress).toEqual({ pollId, voted: 17, of: 21, tallies: null, counted: [SITE], stale: [] })
})

it('shows how people vote where the chair chose so', () => {
  const { progress } = runningPoll(everyone, poll({ showTallies: true }), given({ votes, hands: [hands] }))
  expect(progress.tallies).toEqual({ for: 16, against: 0, abstain: 1 })
})

it('a count is stale when somebody came or went, and then is among those counted no more', () => {
  const left = {
    ...everyone,
    attendance: { ...everyone.attendance, intervals: { ...everyone.attendance.intervals, dv07: [] } },
  }
  const { progress } = runningPoll(left, poll(), given({ hands: [hands] }))
  expect(progress).toMatchObject({ voted: 15, counted: [], stale: [SITE] })
})

it('a member knows their own vote and where they are counted, not who is missing nor a site’s figures', () => {
  const running = runningPoll(everyone, poll(), given({ votes, hands: [hands] }))
  expect(standingFor(everyone, running, 'dv16')).toMatchObject({
    own: { mayVote: true, choices: ['for'], ballotTaken: false, countedAt: null },
    missing: null,
    paper: null,
    sites: [
      { siteId: SITE, mayVote: 15, tallies: null, counted: true, stale: false },
      { siteId: SECOND_SITE, mayVote: 0, tallies: null, counted: false, stale: false },
    ],
  })
  expect(standingFor(everyone, running, 'dv07').own.countedAt).toBe(SITE)
  expect(standingFor(everyone, running, 'dv25').own).toMatchObject({ mayVote: false, choices: null })
  expect(standingFor(everyone, running, 'db01').own.mayVote).toBe(false)
})

it('the chair and the minutes secretary know who has not voted, in roll order, and every site’s figures', () => {
  const running = runningPoll(everyone, poll(), given({ votes, hands: [hands] }))
  for (const who of ['dv01', 'dv14']) {
    const { missing, sites } = standingFor(everyone, running, who)
    expect(missing).toEqual(['dv17', 'dv18', 'dv19', 'dv20'])
    expect(sites[0]?.tallies).toEqual(hands.tallies)
  }
})

it('an operator knows the figures of the own site alone', () => {
  const running = runningPoll(everyone, poll(), given({ hands: [hands] }))
  expect(standingFor(everyone, running, 'dv10').sites[0]?.tallies).toEqual(hands.tallies)
  expect(standingFor(everyone, running, 'dv11').sites[0]?.tallies).toBeNull()
})

it('who votes alone is none of those whose hands may be counted', () => {
  const running = runningPoll(everyone, poll(), given({ votes: new Map([['dv05', ['for']]]) }))
  expect(running.sites[0]?.voters).toHaveLength(14)
})

const figures = { issued: 15, returned: 15, valid: 15, invalid: 0, tallies: { for: 14, against: 1 } }
const onPaper = poll({ method: 'paper', matter: 'admission', tellerIds: ['dv13', 'dv12'] })

it('tellers read each other’s figures, the chair the confirmed ones, others none', () => {
  const entered = { revision: 1, figures, enteredBy: 'dv13', confirmedBy: null }
  const before = runningPoll(everyone, onPaper, given({ paper: entered }))
  expect(before).toMatchObject({ progress: { voted: 0, tallies: null }, sites: [] })
  expect(standingFor(everyone, before, 'dv12').paper).toEqual({
    revision: 1,
    count: figures,
    enteredBy: 'dv13',
    confirmedBy: null,
  })
  expect(standingFor(everyone, before, 'dv01')).toMatchObject({
    paper: { revision: 1, count: null, enteredBy: 'dv13' },
    missing: null,
  })
  expect(standingFor(everyone, before, 'dv04').paper).toBeNull()
  const after = runningPoll(everyone, onPaper, given({ paper: { ...entered, confirmedBy: 'dv12' } }))
  expect(after.progress.voted).toBe(15)
  expect(standingFor(everyone, after, 'dv01').paper?.count).toEqual(figures)
  expect(standingFor(everyone, after, 'dv04').paper).toBeNull()
})

it('of a secret poll on devices it tells how many have taken a ballot, the chair also who has not', () => {
  const participants = new Set([...ids(1, 17), 'dv22'])
  const running = runningPoll(everyone, poll({ method: 'electronic', showTallies: true }), given({ participants }))
  expect(running.progress).toMatchObject({ voted: 18, of: 21, tallies: null, counted: [] })
  expect(standingFor(everyone, running, 'dv01').missing).toEqual(['dv18', 'dv19', 'dv20'])
  expect(standingFor(everyone, running, 'dv16')).toMatchObject({ missing: null, own: { ballotTaken: true } })
})
