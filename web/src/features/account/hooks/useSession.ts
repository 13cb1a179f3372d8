// The session as components read it.
import { useStore } from 'zustand'
import { session } from '../api/session.ts'
import type { SessionState } from '../api/sessionClient.ts'

export const useSession = <T>(select: (state: SessionState) => T): T => useStore(session.store, select)
