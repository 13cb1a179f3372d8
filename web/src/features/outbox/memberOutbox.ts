// The signed-in member's outbox on this device.
import { pause } from '../../lib/pause.ts'
import { session } from '../account/api/session.ts'
import { giveAs } from './giveAs.ts'
import { Outbox } from './outbox.ts'

const outboxes = new Map<string, Outbox>()

/** Browsers that forbid storage throw when it is only looked at. */
const storage: Pick<Storage, 'getItem' | 'setItem'> = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
}

export function outboxOf(memberId: string): Outbox {
  const existing = outboxes.get(memberId)
  if (existing) return existing
  const outbox = new Outbox(memberId, {
    storage,
    send: (command) => giveAs(memberId, session, command),
    pause,
  })
  addEventListener('storage', ({ key }) => key === outbox.key && outbox.reread())
  outboxes.set(memberId, outbox)
  return outbox
}
