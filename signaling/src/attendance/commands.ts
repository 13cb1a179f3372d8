// All commands of the roll call.
import { correctionCommandDefinitions } from './corrections.ts'
import { deviceCommandDefinitions } from './devices.ts'
import type { PresenceTiming } from './leases.ts'
import { noticeCommandDefinitions } from './notices.ts'
import { removalCommandDefinitions } from './removal.ts'
import type { SiteCodes } from './SiteCodes.ts'
import { siteCommandDefinitions } from './sites.ts'

export const attendanceCommandDefinitions = (timing: PresenceTiming, codes: SiteCodes) => [
  ...deviceCommandDefinitions(timing),
  ...noticeCommandDefinitions,
  ...siteCommandDefinitions(codes),
  ...correctionCommandDefinitions,
  ...removalCommandDefinitions,
]
