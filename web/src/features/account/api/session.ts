// The one session of this page.
import { SessionClient } from './sessionClient.ts'

export const session = new SessionClient()
