// What a plan must be before anybody is told of it, and what becomes of it afterwards.
import { randomUUID } from 'node:crypto'
import type { AgendaItem } from '@hoi-truong/shared/agenda'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Heard, openTestMeetings, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const someone = (more: Partial<AgendaItem> = {}): AgendaItem[] => [
  {
    itemId: randomUUID(),
    part: 'proceeding',
    kind: 'report',
    title: 'Báo cáo',
    presenterId: null,
    minutes: 90,
    inPersonOnly: false,
    ...more,
  },
]
const guest = (memberId: string | null) => ({ guestId: randomUUID(), memberId, name: 'Đại biểu', title: null })
const online: Partial<MeetingPlan> = { form: 'online', place: null, sites: [] }

describe('a draft', () => {
  test('is revised by whoever saw its latest revision, and by nobody who did not', async () => {
    const meeting = await meetings.drafted()
    const place = (place: string) => ({ ...meeting.plan, place })
    expect(await meeting.give('dv02', 'meeting.revise', { plan: place('Nhà văn hóa'), basedOn: 1 })).toBe('ok')
    expect(await meeting.give('dv01', 'meeting.revise', { plan: place('Trụ sở'), basedOn: 1 })).toBe(
      'MEETING_PLAN_STALE',
    )
    expect((await meeting.state()).meeting).toMatchObject({ revision: 2, plan: { place: 'Nhà văn hóa' } })
    expect(await meeting.give('dv01', 'meeting.announce', { basedOn: 1 })).toBe('MEETING_PLAN_STALE')
    expect(await meeting.give('dv01', 'meeting.announce', { basedOn: 2 })).toBe('ok')
    expect((await meeting.state()).meeting).toMatchObject({ status: 'announced', revision: 2 })
  })

  test('is announced once', async () => {
    const meeting = await meetings.announced()
    expect(await meeting.give('dv02', 'meeting.announce', { basedOn: 1 })).toBe('MEETING_ALREADY_ANNOUNCED')
  })

  test('is made once, and of one branch for good', async () => {
    const meeting = await meetings.drafted()
    expect(await meeting.give('dv02', 'meeting.draft', meeting.plan)).toBe('MEETING_EXISTS')
    const plan = { ...meeting.plan, organizationId: meetings.log.sample.organizations[1]?.id }
    expect(await meeting.give('dv01', 'meeting.revise', { plan, basedOn: 1 })).toBe('MEETING_ORGANIZATION_CHANGED')
  })

  test('is nothing to come to, to be called at, or to be absent from', async () => {
    const meeting = await meetings.drafted()
    for (const [who, type, payload] of [
      ['dv01', 'meeting.open', {}],
      ['dv01', 'attendance.enter', {}],
      ['dv01', 'attendance.answer', {}],
      ['dv02', 'attendance.reportAbsence', { reason: 'Đi công tác' }],
      ['dv01', 'attendance.recordAbsence', { memberId: member('dv04'), reason: 'Gọi điện báo' }],
      ['dv01', 'attendance.checkInAtSite', { siteId: meeting.plan.sites[0]?.siteId, memberIds: [member('dv04')] }],
    ] as const)
      expect([type, await meeting.give(who, type, payload)]).toEqual([type, 'MEETING_NOT_ANNOUNCED'])
  })

  test('may be unfinished in what only the notice needs', async () => {
    const meeting = await meetings.drafted({ ...online, onlineApproval: null, agenda: [] })
    expect((await meeting.state()).meeting.status).toBe('draft')
  })
})

describe('refused for a draft already', () => {
  const cases: [what: string, plan: () => Partial<MeetingPlan>, code: Heard][] = [
    ['an end before the beginning', () => ({ plannedEnd: '2026-11-01T00:00:00Z' }), 'MEETING_TIMES_WRONG'],
    ['a probationary member in the chair', () => ({ chairId: member('dv24') }), 'MEETING_CHAIR_NOT_MEMBER'],
    ['a probationary stand-in', () => ({ standInId: member('dv25') }), 'MEETING_CHAIR_NOT_MEMBER'],
    ['a stranger in the chair', () => ({ chairId: randomUUID() }), 'MEETING_CHAIR_NOT_MEMBER'],
    ['who follows from above in the chair', () => ({ chairId: member('db01') }), 'MEETING_CHAIR_NOT_MEMBER'],
    ['a stranger for the minutes', () => ({ minutesSecretaryId: randomUUID() }), 'MEETING_CHAIR_NOT_MEMBER'],
    [
      'a presenter who is not summoned',
      () => ({ agenda: someone({ presenterId: randomUUID() }) }),
      'MEETING_PERSON_NOT_ON_ROLL',
    ],
    [
      'an operator who is not summoned',
      () => ({ sites: [{ siteId: randomUUID(), name: 'Nhà văn hóa', operatorId: randomUUID() }] }),
      'MEETING_PERSON_NOT_ON_ROLL',
    ],
    ['a guest who is a member', () => ({ guests: [guest(member('dv04'))] }), 'MEETING_GUEST_WRONG'],
    ['a guest who follows anyway', () => ({ guests: [guest(member('db01'))] }), 'MEETING_GUEST_WRONG'],
    ['a guest with an account that nobody has', () => ({ guests: [guest(randomUUID())] }), 'MEETING_GUEST_WRONG'],
  ]
  test.each(cases)('%s', async (_what, plan, code) => {
    const meeting = meetings.begin(plan())
    expect(await meeting.give('dv01', 'meeting.draft', meeting.plan)).toBe(code)
  })

  test('a meeting of the committee calls nobody else: the minutes are kept by one of them', async () => {
    const meeting = meetings.begin({ kind: 'committee', sites: [], agenda: someone(), ...online })
    expect(await meeting.give('dv01', 'meeting.draft', meeting.plan)).toBe('MEETING_CHAIR_NOT_MEMBER')
    const own = { ...meeting.plan, minutesSecretaryId: member('dv03') }
    expect(await meeting.give('dv01', 'meeting.draft', own)).toBe('ok')
    expect((await meeting.state()).meeting.roll?.members.map(({ memberId }) => memberId)).toEqual(
      ['dv01', 'dv02', 'dv03'].map(member),
    )
    expect(await meeting.give('dv04', 'attendance.answer')).toBe('MEETING_NOT_MEMBER')
  })
})

describe('refused when it is announced, and for what was announced', () => {
  const cases: [what: string, plan: Partial<MeetingPlan>, code: Heard][] = [
    [
      'online without the consent from above',
      { ...online, onlineApproval: null, agenda: someone() },
      'MEETING_APPROVAL_MISSING',
    ],
    ['hybrid without that consent', { onlineApproval: null }, 'MEETING_APPROVAL_MISSING'],
    ['hybrid without a site', { sites: [] }, 'MEETING_PLACE_MISSING'],
    ['in person without a site', { form: 'inPerson', onlineApproval: null, sites: [] }, 'MEETING_PLACE_MISSING'],
    ['without an order of business', { agenda: [] }, 'AGENDA_EMPTY'],
    [
      'online with an item for those who sit together',
      { ...online, agenda: someone({ inPersonOnly: true }) },
      'AGENDA_IN_PERSON_ONLY',
    ],
    ['online with an admission', { ...online, agenda: someone({ kind: 'admission' }) }, 'AGENDA_IN_PERSON_ONLY'],
  ]
  test.each(cases)('%s', async (_what, plan, code) => {
    const draft = await meetings.drafted(plan)
    expect(await draft.give('dv01', 'meeting.announce', { basedOn: 1 })).toBe(code)
    const announced = await meetings.announced()
    const change = { plan: meetings.planWith(plan), basedOn: 1 }
    expect(await announced.give('dv01', 'meeting.revise', change)).toBe(code)
    expect((await announced.state()).meeting).toMatchObject({ status: 'announced', revision: 1 })
  })

  test('in person nobody above has to consent', async () => {
    const meeting = await meetings.announced({ form: 'inPerson', onlineApproval: null })
    expect((await meeting.state()).meeting.status).toBe('announced')
  })
})

describe('an announced meeting', () => {
  test('goes on by its changed plan, and answers stay', async () => {
    const meeting = await meetings.announced()
    expect(await meeting.give('dv04', 'attendance.answer')).toBe('ok')
    const plan = { ...meeting.plan, chairId: member('dv02'), guests: [guest(null)] }
    expect(await meeting.give('dv01', 'meeting.revise', { plan, basedOn: 1 })).toBe('ok')
    const { meeting: state, attendance } = await meeting.state()
    expect(state).toMatchObject({ status: 'announced', revision: 2, chairId: member('dv02') })
    expect(state.roll?.guests).toHaveLength(1)
    expect(Object.keys(attendance.answers)).toEqual([member('dv04')])
    expect(await meeting.give('dv01', 'meeting.open')).toBe('MEETING_NOT_CHAIR')
  })

  test.each([
    ['meeting.cancel', 'cancelled'],
    ['meeting.recordNotHeld', 'notHeld'],
  ])('%s ends it for good, with the reason', async (type, status) => {
    const meeting = await meetings.announced()
    expect(await meeting.give('dv02', type, { reason: 'Mưa bão lớn' })).toBe('ok')
    expect((await meeting.state()).meeting).toMatchObject({ status, reason: 'Mưa bão lớn' })
    for (const [who, again, payload] of [
      ['dv01', 'meeting.cancel', { reason: 'Lý do khác' }],
      ['dv01', 'meeting.recordNotHeld', { reason: 'Lý do khác' }],
      ['dv01', 'meeting.announce', { basedOn: 1 }],
      ['dv01', 'meeting.revise', { plan: meeting.plan, basedOn: 1 }],
      ['dv01', 'meeting.open', {}],
      ['dv04', 'attendance.enter', {}],
      ['dv04', 'attendance.answer', {}],
      ['dv04', 'attendance.reportAbsence', { reason: 'Đi công tác' }],
    ] as const)
      expect([again, await meeting.give(who, again, payload)]).toEqual([again, 'MEETING_CANCELLED'])
  })

  test('cannot be called off, or planned anew, once it is open', async () => {
    const meeting = await meetings.opened()
    for (const [type, payload] of [
      ['meeting.cancel', { reason: 'Mưa bão lớn' }],
      ['meeting.recordNotHeld', { reason: 'Mưa bão lớn' }],
      ['meeting.revise', { plan: meeting.plan, basedOn: 1 }],
      ['meeting.announce', { basedOn: 1 }],
      ['meeting.open', {}],
    ] as const)
      expect([type, await meeting.give('dv01', type, payload)]).toEqual([type, 'MEETING_ALREADY_OPEN'])
  })
})
