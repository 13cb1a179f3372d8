// All commands on polls.
import { castingDefinition } from './casting.ts'
import { closingPollDefinition } from './closing.ts'
import { endingPollDefinitions } from './ending.ts'
import { handsDefinition } from './hands.ts'
import { openingPollDefinition } from './opening.ts'
import { paperDefinitions } from './paper.ts'
import { preparingPollDefinitions } from './preparing.ts'

export const votingCommandDefinitions = [
  ...preparingPollDefinitions,
  openingPollDefinition,
  castingDefinition,
  handsDefinition,
  ...paperDefinitions,
  closingPollDefinition,
  ...endingPollDefinitions,
]
