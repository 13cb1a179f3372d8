// All commands of the floor.
import { handCommandDefinitions } from './hands.ts'
import { soundCommandDefinitions } from './sound.ts'
import { speechCommandDefinitions } from './speeches.ts'

export const floorCommandDefinitions = [
  ...handCommandDefinitions,
  ...speechCommandDefinitions,
  ...soundCommandDefinitions,
]
