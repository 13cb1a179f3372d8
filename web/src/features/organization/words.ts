// The terms for offices, statuses and kinds as the member list shows them.
import type { AgendaItemKind } from '@hoi-truong/shared/agenda'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type {
  BranchType,
  MemberCategory,
  MemberStatus,
  MembershipKind,
  Office,
  StandingKind,
} from '@hoi-truong/shared/organization'

export const officeWords = {
  branchSecretary: 'role.branch_secretary',
  deputySecretary: 'role.deputy_secretary',
  committeeMember: 'role.cell_committee_member',
  member: 'members.plain_member',
} as const satisfies Record<Office, MessageKey>

export const categoryWords = {
  official: 'members.official',
  probationary: 'members.probationary',
} as const satisfies Record<MemberCategory, MessageKey>

export const statusWords = {
  active: 'members.active',
  exempt: 'roll.exempt',
  away: 'roll.temp_out',
  specialDuty: 'roll.special_duty',
  suspended: 'members.suspended',
} as const satisfies Record<MemberStatus, MessageKey>

/** As what is done, when it is recorded. */
export const standingWords = {
  exempt: 'members.kind_exempt',
  away: 'members.kind_away',
  specialDuty: 'members.kind_specialDuty',
  suspended: 'members.kind_suspended',
} as const satisfies Record<StandingKind, MessageKey>

export const membershipWords = {
  regular: 'members.membership_regular',
  temporary: 'members.membership_temporary',
} as const satisfies Record<MembershipKind, MessageKey>

export const branchTypeWords = {
  village: 'members.type_village',
  office: 'members.type_office',
  enterprise: 'members.type_enterprise',
  school: 'members.type_school',
  armedForces: 'members.type_armedForces',
  other: 'members.type_other',
} as const satisfies Record<BranchType, MessageKey>

export const itemKindWords = {
  declaration: 'members.item_declaration',
  rollCall: 'members.item_rollCall',
  dues: 'members.item_dues',
  adoption: 'members.item_adoption',
  report: 'members.item_report',
  assessment: 'members.item_assessment',
  information: 'members.item_information',
  draftResolution: 'members.item_draftResolution',
  presentation: 'members.item_presentation',
  discussion: 'members.item_discussion',
  vote: 'members.item_vote',
  admission: 'members.item_admission',
  recognition: 'members.item_recognition',
  removal: 'members.item_removal',
  discipline: 'members.item_discipline',
  election: 'members.item_election',
  rating: 'members.item_rating',
  conclusion: 'members.item_conclusion',
  tasks: 'members.item_tasks',
  petitions: 'members.item_petitions',
  scoring: 'members.item_scoring',
  minutes: 'members.item_minutes',
  other: 'members.item_other',
} as const satisfies Record<AgendaItemKind, MessageKey>
