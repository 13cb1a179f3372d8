// The terms for offices, statuses, presence and marks. Status and presence stay two things (DESIGN 5).
import type { AttendanceMark, AttendancePlace, Presence, RollLine } from '@hoi-truong/shared/attendance'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { MeetingState, RollEntry } from '@hoi-truong/shared/meeting'
import type { MemberStatus, Office } from '@hoi-truong/shared/organization'
import type { BaseDeduction, QuorumLevel, VotingBase } from '@hoi-truong/shared/rules'
import type { Translate } from '../../i18n/index.ts'
import { siteNameIn } from '../meeting/siteNameIn.ts'

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

const presenceWords = {
  present: 'presence.present',
  left: 'presence.left',
  watching: 'presence.watching',
  absenceAnnounced: 'presence.absenceAnnounced',
  notArrived: 'presence.notArrived',
} as const satisfies Record<Presence, MessageKey>

/** What the minutes say of somebody (DOMAIN 2.3). */
export const markWords = {
  presentInPerson: 'roll.present',
  presentOnline: 'roll.present_online',
  excused: 'roll.absent_excused',
  undecided: 'people.undecided',
  unexcused: 'roll.absent_unexcused',
  exempt: 'roll.exempt',
  away: 'roll.temp_out',
  specialDuty: 'roll.special_duty',
  suspended: 'member.suspended',
  expected: 'presence.notArrived',
  invited: 'people.did_not_come',
} as const satisfies Record<AttendanceMark, MessageKey>

export const quorumWords = {
  green: 'people.quorum_green',
  amber: 'people.quorum_amber',
  red: 'people.quorum_red',
} as const satisfies Record<QuorumLevel, MessageKey>

const deductionWords = {
  active: 'people.base_active',
  exempt: 'people.base_exempt',
  away: 'people.base_away',
  specialDuty: 'people.base_specialDuty',
  suspended: 'people.base_suspended',
} as const satisfies Record<MemberStatus, MessageKey>

/** What a member is in the branch, when that is more than an official member. */
export const standingOf = ({ office, category, temporary }: RollEntry): MessageKey =>
  temporary
    ? 'role.temp_in_member'
    : (officeWords[office] ?? (category === 'probationary' ? 'role.probationary_member' : 'role.official_member'))

export const placeWords = (t: Translate, meeting: MeetingState, place: AttendancePlace): string =>
  place.kind === 'site' ? siteNameIn(meeting, place.siteId) : t('people.online_place')

/** How it is with somebody while the meeting goes on. */
export function nowWords(t: Translate, meeting: MeetingState, { presence, place, mark }: RollLine): string {
  if (presence === 'present' && place)
    return place.kind === 'site'
      ? t('people.at_site', { site: siteNameIn(meeting, place.siteId) })
      : t('roll.present_online')
  if (mark === 'excused' || mark === 'undecided' || mark === 'unexcused') return t(markWords[mark])
  return t(presenceWords[presence])
}

/** "23 chính thức − 1 sinh hoạt tạm thời nơi khác − 1 được miễn vắng mặt = 21" */
export function baseSum(t: Translate, { official, deductions, base }: VotingBase): string {
  const deducted = ({ status, absent, count }: BaseDeduction) => {
    const who = t(deductionWords[status], { count })
    return ` − ${absent ? t('people.base_absent', { who }) : who}`
  }
  return `${t('people.base_official', { count: official })}${deductions.map(deducted).join('')} = ${base}`
}
