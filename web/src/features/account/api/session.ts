// The one session of this page.
import { SessionClient } from './sessionClient.ts'

const STORED = 'hoi-truong.session'

export const session = new SessionClient({
  get() {
    try {
      return localStorage.getItem(STORED) !== null
    } catch {
      // Nobody knows: ask.
      return true
    }
  },
  set(present) {
    try {
      if (present) localStorage.setItem(STORED, '1')
      else localStorage.removeItem(STORED)
    } catch {
      // Private windows: asked for at each load.
    }
  },
})
