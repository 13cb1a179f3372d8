// What a role may do: the one table (DESIGN 7). The server enforces it, the web app shows by it.
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
  'attendee', // a member of the branch
  'suspended', // bị đình chỉ sinh hoạt: no room access
  'follower', // cấp ủy viên cấp trên được phân công theo dõi
])
export type MeetingRole = z.infer<typeof meetingRoleSchema>

/** `server` is signaling itself: a lapsed lease, an import at installation. No client can be it. */
type Grantee = Role | MeetingRole | 'server'

export const permissions = {
  'organization.register': ['server', 'administrator'],
  'organization.importMembers': ['server', 'administrator'],
  'organization.view': [
    'administrator',
    'branchSecretary',
    'deputySecretary',
    'committeeMember',
    'member',
    'upperMonitor',
    'auditor',
  ],
  'organization.seeReasons': ['branchSecretary', 'deputySecretary', 'committeeMember'],
  'meeting.schedule': ['server', 'branchSecretary', 'deputySecretary'],
  'meeting.view': ['chair', 'minutesSecretary', 'attendee', 'follower'],
  'meeting.open': ['chair'],
  'meeting.close': ['chair'],
  'attendance.enter': ['chair', 'minutesSecretary', 'attendee', 'follower'],
  'attendance.leave': ['chair', 'minutesSecretary', 'attendee', 'follower'],
  'attendance.lapse': ['server'],
  'attendance.reportAbsence': ['chair', 'minutesSecretary', 'attendee'],
  'attendance.recordLateAbsence': ['member', 'branchSecretary', 'deputySecretary', 'committeeMember'],
  'attendance.seeReasons': ['chair', 'minutesSecretary'],
  'media.publish': ['chair', 'minutesSecretary', 'attendee', 'follower'],
} as const satisfies Record<string, readonly Grantee[]>

export type Action = keyof typeof permissions

export const may = (roles: readonly Grantee[], action: Action): boolean =>
  (permissions[action] as readonly Grantee[]).some((grantee) => roles.includes(grantee))

export type { Grantee }
