// All commands on a meeting itself.
import type { PresenceTiming } from '../attendance/leases.ts'
import { courseCommandDefinitions } from './course.ts'
import { officerCommandDefinitions } from './officers.ts'
import { practiceCommandDefinitions } from './practice/command.ts'
import { preparingCommandDefinitions } from './preparing.ts'

export const meetingCommandDefinitions = (timing: PresenceTiming) => [
  ...preparingCommandDefinitions,
  ...courseCommandDefinitions(timing),
  ...officerCommandDefinitions(timing),
  ...practiceCommandDefinitions,
]
