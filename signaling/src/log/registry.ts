// All commands and projections of all features, assembled once.
import { accountCommandDefinitions } from '../account/commands.ts'
import { accountProjection } from '../account/projection.ts'
import { agendaCommandDefinitions } from '../agenda/commands.ts'
import { agendaProjection } from '../agenda/projection.ts'
import { attendanceCommandDefinitions } from '../attendance/commands.ts'
import type { PresenceTiming } from '../attendance/leases.ts'
import { attendanceProjection, lateNoticesProjection } from '../attendance/projection.ts'
import type { SiteCodes } from '../attendance/SiteCodes.ts'
import { commentCommandDefinitions } from '../comment/commands.ts'
import { commentsProjection, lateCommentsProjection } from '../comment/projection.ts'
import { documentCommandDefinitions } from '../document/commands.ts'
import { presentationCommandDefinitions } from '../document/presentationCommands.ts'
import { documentProjection } from '../document/projection.ts'
import { floorCommandDefinitions } from '../floor/commands.ts'
import { floorProjection } from '../floor/projection.ts'
import { meetingCommandDefinitions } from '../meeting/commands.ts'
import { meetingProjection } from '../meeting/projection.ts'
import { organizationCommandDefinitions } from '../organization/commands.ts'
import { organizationProjection } from '../organization/projection.ts'
import { votingCommandDefinitions } from '../voting/commands.ts'
import { votingProjection } from '../voting/projection.ts'
import type { CommandRegistry } from './prepareCommand.ts'

export function createCommandRegistry(presence: PresenceTiming, siteCodes: SiteCodes): CommandRegistry {
  const definitions = [
    ...organizationCommandDefinitions,
    ...accountCommandDefinitions,
    ...meetingCommandDefinitions(presence),
    ...agendaCommandDefinitions,
    ...attendanceCommandDefinitions(presence, siteCodes),
    ...floorCommandDefinitions,
    ...documentCommandDefinitions,
    ...presentationCommandDefinitions,
    ...commentCommandDefinitions,
    ...votingCommandDefinitions,
  ]
  return new Map(definitions.map((definition) => [definition.type, definition]))
}

/** In this order: attendance and agenda rows refer to the meeting's. */
export const projections = [
  organizationProjection,
  accountProjection,
  lateNoticesProjection,
  lateCommentsProjection,
  meetingProjection,
  agendaProjection,
  attendanceProjection,
  floorProjection,
  documentProjection,
  commentsProjection,
  votingProjection,
]
