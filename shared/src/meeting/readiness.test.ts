// What is missing before each step, on the sample meeting.
import { describe, expect, test } from 'vitest'
import type { AgendaItem, AgendaState } from '../agenda/index.ts'
import { defaultRuleSet as rules } from '../rules/index.ts'
import { meeting, openedAt, plan } from '../testing/sampleEvening.ts'
import { type Attendance, beforeAnnouncing, beforeClosing, beforeItem, beforeOpening } from './readiness.ts'
import type { MeetingPlan } from './schema.ts'

const admission: AgendaItem = {
  itemId: '5d4cdf7e-9f10-4a51-8a8e-000000000008',
  part: 'proceeding',
  kind: 'admission',
  title: 'Xét, đề nghị kết nạp',
  presenterId: null,
  minutes: 10,
  inPersonOnly: false,
}
const report: AgendaItem = {
  ...admission,
  itemId: '5d4cdf7e-9f10-4a51-8a8e-000000000001',
  kind: 'report',
  title: 'Báo cáo',
}
const sound: MeetingPlan = { ...plan, agenda: [report, admission] }
const NOTICED = '2026-10-30T14:00:00.000Z'
const codes = (findings: { code: string }[]) => findings.map(({ code }) => code)
const announcing = (more: Partial<MeetingPlan> = {}, now = NOTICED) =>
  beforeAnnouncing({ ...sound, ...more }, rules, now)
const good: Attendance = { level: 'green', present: 18, base: 21, confirmed: true, undecidedAbsences: 0 }

describe('before announcing', () => {
  test('the sample lacks nothing', () => expect(announcing()).toEqual([]))

  test.each<[string, Partial<MeetingPlan>]>([
    ['MEETING_TIMES_WRONG', { plannedEnd: plan.plannedStart }],
    ['MEETING_APPROVAL_MISSING', { onlineApproval: null }],
    ['MEETING_PLACE_MISSING', { sites: [] }],
    ['AGENDA_EMPTY', { agenda: [] }],
    ['AGENDA_IN_PERSON_ONLY', { form: 'online' }],
  ])('%s blocks', (code, more) => {
    expect(announcing(more)).toContainEqual(expect.objectContaining({ code, blocks: true }))
  })

  test('meeting in person needs no consent, online needs no place', () => {
    expect(announcing({ form: 'inPerson', onlineApproval: null })).toEqual([])
    expect(announcing({ form: 'online', sites: [], agenda: [report] })).toEqual([])
  })

  test.each<[string, Partial<MeetingPlan>, string?]>([
    ['minutesSecretaryMissing', { minutesSecretaryId: null }],
    ['plannedTooShort', { plannedEnd: '2026-11-03T13:59:00.000Z' }],
    ['noticeLate', {}, '2026-11-02T12:31:00.000Z'],
    ['documentsMissing', { documentsPostedAt: null }],
    ['documentsLate', { documentsPostedAt: '2026-11-02T12:31:00.000Z' }],
  ])('%s warns', (code, more, now) => {
    expect(announcing(more, now)).toEqual([expect.objectContaining({ code, blocks: false })])
  })

  test('a day outside the window warns for monthly meetings only, by the day in Vietnam', () => {
    const times = { plannedStart: '2026-11-10T12:30:00.000Z', plannedEnd: '2026-11-10T14:10:00.000Z' }
    expect(announcing(times)).toEqual([])
    // 23 giờ of the 10th in UTC is the 11th in Vietnam.
    const eleventh = { plannedStart: '2026-11-10T23:00:00.000Z', plannedEnd: '2026-11-11T01:00:00.000Z' }
    expect(codes(announcing(eleventh))).toEqual(['outsideMeetingDays'])
    expect(announcing({ ...eleventh, kind: 'thematic' })).toEqual([])
  })
})

test('before opening: minutes secretary, documents, quorum', () => {
  expect(beforeOpening(meeting, rules, good)).toEqual([])
  const bare = { ...meeting, minutesSecretaryId: null, plan: { ...plan, documentsPostedAt: null } }
  const findings = beforeOpening(bare, rules, { ...good, level: 'red', present: 9 })
  expect(codes(findings)).toEqual(['minutesSecretaryMissing', 'documentsMissing', 'quorumLow'])
  expect(findings.some(({ blocks }) => blocks)).toBe(false)
})

describe('before an item', () => {
  test('one that is done in person only waits for somebody at a site', () => {
    expect(codes(beforeItem(meeting, rules, admission, good, 0))).toEqual(['AGENDA_IN_PERSON_ONLY'])
    expect(beforeItem(meeting, rules, admission, good, 1)).toEqual([])
    expect(beforeItem(meeting, rules, { ...report, inPersonOnly: true }, good, 0)).toMatchObject([{ blocks: true }])
  })

  test('business begins when the chair has confirmed that the meeting may proceed', () => {
    expect(codes(beforeItem(meeting, rules, report, { ...good, confirmed: false }, 16))).toEqual(['quorumUnconfirmed'])
    expect(beforeItem(meeting, rules, { ...report, part: 'opening' }, { ...good, confirmed: false }, 16)).toEqual([])
  })
})

test('before closing: too short, items left, reasons undecided', () => {
  const agenda: AgendaState = { items: sound.agenda, revision: 1, courses: [] }
  const closing = (now: string, more: Partial<Attendance> = {}, state = agenda) =>
    beforeClosing({ ...meeting, status: 'open' }, rules, state, { ...good, ...more }, now)
  expect(closing('2026-11-03T13:59:59.000Z')).toMatchObject([
    { code: 'tooShort', params: { minutes: 89, minimum: 90 } },
    { code: 'itemsLeft', params: { count: 2 } },
  ])
  const courses = sound.agenda.map(({ itemId }) => ({ itemId, startedAt: openedAt, endedAt: openedAt }))
  expect(closing('2026-11-03T14:00:00.000Z', {}, { ...agenda, courses })).toEqual([])
  expect(codes(closing('2026-11-03T14:00:00.000Z', { undecidedAbsences: 2 }, { ...agenda, courses }))).toEqual([
    'absencesUndecided',
  ])
})
