// The evening of the sample meeting (DOMAIN 8) as state, for the tests of the rules: 25 members, 16 at the site, 3 and an exempt one online.
import type { AttendanceState, PresenceInterval } from '../attendance/index.ts'
import type { MeetingPlan, MeetingState, RollEntry } from '../meeting/index.ts'
import { defaultRuleSet } from '../rules/index.ts'

export const openedAt = '2026-11-03T12:30:00.000Z'
export const closedAt = '2026-11-03T14:10:00.000Z'
/** 19:25 of that evening. */
export const at = (time: string): string => new Date(`2026-11-03T${time}:00+07:00`).toISOString()
export const SITE = '5d4cdf7e-9f10-4a51-8a8e-6a9d6fbb0001'

export const entry = (memberId: string, more: Partial<RollEntry> = {}): RollEntry => ({
  memberId,
  name: `Đảng viên ${memberId}`,
  category: 'official',
  status: 'active',
  office: 'member',
  title: null,
  temporary: false,
  ...more,
})

const id = (number: number): string => `dv${String(number).padStart(2, '0')}`
const offices = ['branchSecretary', 'deputySecretary', 'committeeMember'] as const
const statusOf = (number: number): RollEntry['status'] =>
  number === 21 || number === 22 ? 'exempt' : number === 23 ? 'away' : 'active'

const members = Array.from(
  { length: 25 },
  (_, index): RollEntry =>
    entry(id(index + 1), {
      category: index + 1 >= 24 ? 'probationary' : 'official',
      status: statusOf(index + 1),
      office: offices[index] ?? 'member',
    }),
)

export const plan: MeetingPlan = {
  organizationId: '5d4cdf7e-9f10-4a51-8a8e-6a9d6fbb0002',
  kind: 'regular',
  form: 'hybrid',
  month: '2026-11',
  plannedStart: openedAt,
  plannedEnd: closedAt,
  place: 'Nhà văn hóa thôn Giả Định 2',
  onlineApproval: { number: '27-CV/ĐU', date: '2026-10-12', authority: 'Đảng ủy xã Minh Họa' },
  chairId: 'dv01',
  standInId: null,
  minutesSecretaryId: 'dv14',
  sites: [{ siteId: SITE, name: 'Nhà văn hóa thôn Giả Định 2', operatorId: 'dv10' }],
  agenda: [],
  guests: [],
  documentsPostedAt: '2026-11-01T13:00:00.000Z',
}

export const meeting: MeetingState = {
  status: 'closed',
  practice: false,
  plan,
  revision: 1,
  roll: {
    organizationName: 'Chi bộ Thôn Giả Định 2',
    upperName: 'Đảng ủy xã Minh Họa',
    members,
    followers: [entry('db01', { title: 'Đảng ủy viên' })],
    guests: [],
  },
  rules: defaultRuleSet,
  chairId: 'dv01',
  minutesSecretaryId: 'dv14',
  announcedAt: '2026-10-30T14:00:00.000Z',
  openedAt,
  closedAt,
  reason: null,
}

const open = { endedAt: null, reason: null }
export const online = (from: string, more: Partial<PresenceInterval> = {}): PresenceInterval => ({
  place: { kind: 'device' },
  way: 'device',
  startedAt: at(from),
  ...open,
  ...more,
})
export const atSite = (from: string, more: Partial<PresenceInterval> = {}): PresenceInterval => ({
  place: { kind: 'site', siteId: SITE },
  way: 'operator',
  startedAt: at(from),
  ...open,
  ...more,
})
const untilTheEnd = { endedAt: closedAt, reason: 'closed' } as const

const siteArrivals: Record<string, string> = {
  ...Object.fromEntries(members.slice(0, 15).map(({ memberId }) => [memberId, '19:25'])),
  dv07: '19:52',
  dv24: '19:22',
}
const onlineArrivals: Record<string, string> = { dv16: '19:28', dv17: '19:31', dv22: '19:35', dv25: '19:27' }

export const attendance: AttendanceState = {
  intervals: {
    ...Object.fromEntries(Object.entries(siteArrivals).map(([who, from]) => [who, [atSite(from, untilTheEnd)]])),
    ...Object.fromEntries(Object.entries(onlineArrivals).map(([who, from]) => [who, [online(from, untilTheEnd)]])),
    db01: [atSite('19:20', untilTheEnd)],
  },
  companions: {},
  answers: {},
  absences: {
    dv18: { at: at('18:40'), decision: 'accepted' },
    dv19: { at: at('18:45'), decision: 'accepted' },
  },
  corrections: [],
  quorum: null,
  removed: {},
  overAt: closedAt,
}
