// Signaling as it is, or with a leaky ballot box in it (BALLOT_BOX), as a process of its own whose every line can be read.
import { readConfig } from '../../config.ts'
import { startSignaling } from '../../server.ts'
import { type BoxName, putInPlace } from './leakyBoxes.ts'

putInPlace((process.env.BALLOT_BOX ?? 'honest') as BoxName)
await startSignaling(readConfig(process.env))
