// Ports for tests of the workspaces, which read the scripts' types through here.
import { anyFreePort } from '../lib/ports.mjs'

/** Free for TCP and UDP, and not one that the system gives away to others meanwhile. */
export const freePort = (): Promise<number> => anyFreePort()
