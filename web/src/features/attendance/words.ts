// The terms for offices, statuses and presence. Status and presence stay two things (DESIGN 5).
import type { Presence } from '@hoi-truong/shared/attendance'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { RollEntry } from '@hoi-truong/shared/meeting'
import type { MemberStatus, Office } from '@hoi-truong/shared/organization'

const officeWords = {
  branchSecretary: 'role.branch_secretary',
  deputySecretary: 'role.deputy_secretary',
  committeeMember: 'role.cell_committee_member',
  member: null,
} as const satisfies Record<Office, MessageKey | null>

export const memberStatusWords = {
  active: null,
  exempt: 'roll.exempt',
  away: 'roll.temp_out',
  specialDuty: 'roll.special_duty',
  suspended: 'member.suspended',
} as const satisfies Record<MemberStatus, MessageKey | null>

export const presenceWords = {
  present: 'presence.present',
  left: 'presence.left',
  absenceAnnounced: 'presence.absenceAnnounced',
  notArrived: 'presence.notArrived',
} as const satisfies Record<Presence, MessageKey>

export const closedPresenceWords = {
  present: 'presence.closed_present',
  left: 'presence.closed_left',
  absenceAnnounced: 'presence.closed_absenceAnnounced',
  notArrived: 'presence.closed_notArrived',
} as const satisfies Record<Presence, MessageKey>

/** What a member is in the branch, when that is more than an official member. */
export const standingOf = ({ office, category }: RollEntry): MessageKey =>
  officeWords[office] ?? (category === 'probationary' ? 'role.probationary_member' : 'role.official_member')
