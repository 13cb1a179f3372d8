// The two kinds of stream with all their features: what the server keeps. A page may assemble fewer parts.
import { attendanceCommands, attendancePart, lateNoticesPart } from '../attendance/index.ts'
import { assembleReducer } from '../log/index.ts'
import { meetingCommands, meetingPart } from '../meeting/index.ts'
import { organizationCommands, organizationPart } from '../organization/index.ts'

export const meetingReducer = assembleReducer({ meeting: meetingPart, attendance: attendancePart })
export type MeetingStreamState = ReturnType<typeof meetingReducer.initial>

export const organizationReducer = assembleReducer({ organization: organizationPart, lateNotices: lateNoticesPart })
export type OrganizationStreamState = ReturnType<typeof organizationReducer.initial>

/** The payload schema of every command. */
export const commandPayloads = { ...organizationCommands, ...meetingCommands, ...attendanceCommands } as const
export type CommandType = keyof typeof commandPayloads
