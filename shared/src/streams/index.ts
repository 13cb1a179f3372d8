// The two kinds of stream with all their features: what the server keeps. A page may assemble fewer parts.
import { accountCommands } from '../account/index.ts'
import { agendaCommands, agendaPart, agendaTemplatesPart } from '../agenda/index.ts'
import { attendanceCommands, attendancePart, attendanceUpcasters, lateNoticesPart } from '../attendance/index.ts'
import { commentCommands, commentsPart, lateCommentsPart } from '../comment/index.ts'
import { documentCommands, documentsPart, presentationCommands, presentationPart } from '../document/index.ts'
import { floorCommands, floorPart } from '../floor/index.ts'
import { assembleReducer } from '../log/index.ts'
import { meetingCommands, meetingPart, meetingUpcasters } from '../meeting/index.ts'
import { organizationCommands, organizationPart, organizationUpcasters } from '../organization/index.ts'
import { votingCommands, votingPart } from '../voting/index.ts'

export const meetingReducer = assembleReducer(
  {
    meeting: meetingPart,
    agenda: agendaPart,
    attendance: attendancePart,
    floor: floorPart,
    documents: documentsPart,
    presentation: presentationPart,
    comments: commentsPart,
    voting: votingPart,
  },
  { ...meetingUpcasters, ...attendanceUpcasters },
)
export type MeetingStreamState = ReturnType<typeof meetingReducer.initial>

export const organizationReducer = assembleReducer(
  {
    organization: organizationPart,
    lateNotices: lateNoticesPart,
    lateComments: lateCommentsPart,
    agendaTemplates: agendaTemplatesPart,
  },
  organizationUpcasters,
)
export type OrganizationStreamState = ReturnType<typeof organizationReducer.initial>

/** The payload schema of every command. */
export const commandPayloads = {
  ...accountCommands,
  ...organizationCommands,
  ...meetingCommands,
  ...agendaCommands,
  ...attendanceCommands,
  ...floorCommands,
  ...documentCommands,
  ...presentationCommands,
  ...commentCommands,
  ...votingCommands,
} as const
export type CommandType = keyof typeof commandPayloads
