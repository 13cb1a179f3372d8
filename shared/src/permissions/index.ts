// What a role may do, and how far it reaches: the one table (DESIGN 7). The server enforces it, the web app shows by it.
import { z } from 'zod'

/** Roles by assignment on an organization. */
export const roleSchema = z.enum([
  'administrator',
  'branchSecretary', // bí thư chi bộ
  'deputySecretary', // phó bí thư
  'committeeMember', // chi ủy viên
  'member', // đảng viên
  'siteOperator', // người vận hành điểm cầu
  'upperMonitor', // cán bộ cấp trên theo dõi
  'auditor',
])
export type Role = z.infer<typeof roleSchema>

/** Roles in one meeting, read from its state. */
export const meetingRoleSchema = z.enum([
  'chair', // chủ trì
  'minutesSecretary', // thư ký, never the branch secretary
  'organizer', // bí thư, phó bí thư of the branch: they prepare its meetings, whoever chairs
  'committee', // chi ủy: all of the branch's committee
  'standIn', // named in the plan to take the chair when the chair is gone; the deputy secretary always is
  'operator', // người vận hành điểm cầu, named in the plan
  'attendee', // a member of the branch
  'suspended', // bị đình chỉ sinh hoạt: no room access
  'follower', // cấp ủy viên cấp trên được phân công theo dõi
  'guest', // đại biểu được mời
])
export type MeetingRole = z.infer<typeof meetingRoleSchema>

/** `server` is signaling itself: a lapsed lease, an import at installation. No client can be it. */
export type Grantee = Role | MeetingRole | 'server'

/**
 * How far a role reaches: only where it is held (this meeting, or the organization that it is assigned on), or also every
 * organization beneath that one.
 */
export type Scope = 'here' | 'subtree'

type Row = Partial<Record<Grantee, Scope>>

const here = <G extends Grantee>(...grantees: G[]): Record<G, 'here'> =>
  Object.fromEntries(grantees.map((grantee) => [grantee, 'here'])) as Record<G, 'here'>
const subtree = <G extends Grantee>(...grantees: G[]): Record<G, 'subtree'> =>
  Object.fromEntries(grantees.map((grantee) => [grantee, 'subtree'])) as Record<G, 'subtree'>

/** The branch's own officers who keep its list and prepare its meetings. */
const branchOfficers = here('branchSecretary', 'deputySecretary')
const installation = { ...here('server'), ...subtree('administrator') }
/** Everybody who may be in the room. */
const inTheRoom = here('chair', 'minutesSecretary', 'attendee', 'follower', 'guest')

export const permissions = {
  // organizations and their members
  'organization.register': installation,
  'organization.change': installation,
  'organization.end': installation,
  'organization.importMembers': installation,
  'organization.import': installation,
  'organization.view': {
    ...here('branchSecretary', 'deputySecretary', 'committeeMember', 'member'),
    ...subtree('administrator', 'upperMonitor', 'auditor'),
  },
  'organization.seeReasons': here('branchSecretary', 'deputySecretary', 'committeeMember'),
  'member.view': {
    ...here('branchSecretary', 'deputySecretary', 'committeeMember', 'member'),
    ...subtree('administrator', 'upperMonitor', 'auditor'),
  },
  'member.manage': { ...branchOfficers, ...installation },
  'ruleSet.adopt': installation,
  'ruleSet.view': {
    ...here('branchSecretary', 'deputySecretary', 'committeeMember', 'member'),
    ...subtree('administrator', 'upperMonitor', 'auditor'),
  },

  // the course of a meeting
  'meeting.draft': { ...branchOfficers, ...here('server') },
  'meeting.startPractice': here('branchSecretary', 'deputySecretary', 'committeeMember', 'member'),
  'meeting.revise': here('server', 'chair', 'organizer'),
  'meeting.announce': here('server', 'chair', 'organizer'),
  'meeting.cancel': here('chair', 'organizer'),
  'meeting.recordNotHeld': here('chair', 'organizer'),
  'meeting.view': here(
    'chair',
    'minutesSecretary',
    'organizer',
    'committee',
    'standIn',
    'operator',
    'attendee',
    'follower',
    'guest',
  ),
  'meeting.open': here('chair'),
  'meeting.close': here('chair'),
  'meeting.reopen': here('chair'),
  'meeting.updateRoll': here('server', 'chair', 'minutesSecretary'),
  'meeting.nameMinutesSecretary': here('chair'),
  'meeting.handOverChair': here('chair'),
  'meeting.takeChair': here('standIn', 'organizer'),

  // the order of business
  'agenda.start': here('chair'),
  'agenda.finish': here('chair'),
  'agenda.revise': here('chair'),
  'agenda.saveTemplate': branchOfficers,

  // the roll call
  'attendance.enter': inTheRoom,
  'attendance.leave': inTheRoom,
  'attendance.lapse': here('server'),
  'attendance.answer': here('chair', 'minutesSecretary', 'attendee'),
  'attendance.reportAbsence': here('chair', 'minutesSecretary', 'attendee'),
  'attendance.recordLateAbsence': here('member', 'branchSecretary', 'deputySecretary', 'committeeMember'),
  'attendance.recordAbsence': here('chair', 'minutesSecretary', 'organizer', 'committee'),
  'attendance.decideAbsence': here('chair', 'organizer', 'committee'),
  'attendance.seeReasons': here('chair', 'minutesSecretary', 'organizer', 'committee'),
  'attendance.checkInAtSite': here('chair', 'minutesSecretary', 'operator'),
  'attendance.checkOutAtSite': here('chair', 'minutesSecretary', 'operator'),
  'attendance.checkInByCode': here('chair', 'minutesSecretary', 'attendee', 'guest'),
  'attendance.showSiteCode': here('chair', 'minutesSecretary', 'operator'),
  'attendance.correct': here('minutesSecretary'),
  'attendance.confirmQuorum': here('chair'),

  // the floor
  'attendance.remove': here('chair'),
  'attendance.readmit': here('chair'),
  'floor.changeMode': here('chair'),
  'floor.raiseHand': inTheRoom,
  'floor.lowerHand': inTheRoom,
  'floor.moveHand': here('chair'),
  'floor.grant': here('chair'),
  'floor.changeLimit': here('chair'),
  'floor.end': inTheRoom,
  'floor.recordSpeech': here('server'),
  'floor.silence': here('chair'),

  // documents
  'document.post': here('chair', 'minutesSecretary', 'organizer'),
  'document.withdraw': here('chair', 'minutesSecretary', 'organizer'),
  'document.present': inTheRoom,
  'document.endPresentation': inTheRoom,
  'document.seeOpenings': here('chair', 'minutesSecretary', 'organizer', 'committee'),

  // comments
  'comment.post': here('attendee'),
  'comment.withdraw': here('attendee'),
  'comment.recordLate': here('member', 'branchSecretary', 'deputySecretary', 'committeeMember'),
  'comment.markReadOut': here('chair', 'minutesSecretary'),

  // votes
  'voting.prepare': here('chair', 'minutesSecretary', 'organizer'),
  'voting.discard': here('chair', 'minutesSecretary', 'organizer'),
  'voting.open': here('chair'),
  'voting.close': here('chair'),
  'voting.cancel': here('chair'),
  'voting.announce': here('chair'),
  /** Whether somebody is in the electorate of a poll, or one of its tellers, the poll says. */
  'voting.cast': here('chair', 'minutesSecretary', 'attendee'),
  'voting.countHands': here('chair', 'minutesSecretary', 'operator'),
  'voting.countPaper': here('chair', 'minutesSecretary', 'attendee'),
  'voting.seeMissing': here('chair', 'minutesSecretary'),

  // accounts of the branch's members
  'account.view': { ...here('branchSecretary', 'deputySecretary', 'committeeMember'), ...subtree('administrator') },
  'account.issueCodes': { ...branchOfficers, ...installation },
  'account.decideRequest': {
    ...here('branchSecretary', 'deputySecretary', 'committeeMember'),
    ...subtree('administrator'),
  },
  'account.lock': { ...branchOfficers, ...subtree('administrator') },

  // committees above
  'monitoring.view': subtree('upperMonitor', 'auditor', 'administrator'),

  'media.publish': inTheRoom,
} as const satisfies Record<string, Row>

export type Action = keyof typeof permissions

/** A role that somebody holds, and whether on the very organization or meeting asked about, or on an organization above it. */
export interface HeldRole {
  role: Grantee
  at: 'here' | 'above'
}

export const rowOf = (action: Action): Row => permissions[action]

export function mayWith(roles: readonly HeldRole[], action: Action): boolean {
  const row = rowOf(action)
  return roles.some(({ role, at }) => row[role] !== undefined && (at === 'here' || row[role] === 'subtree'))
}

/** For roles that are all held right here: in a meeting, or as the server. */
export const may = (roles: readonly Grantee[], action: Action): boolean =>
  mayWith(
    roles.map((role) => ({ role, at: 'here' })),
    action,
  )
