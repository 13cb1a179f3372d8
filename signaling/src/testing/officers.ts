// Officers of committees above, with an open session each: on the roll of no branch, as people of a party office are in practice.
import { enrol, type Give } from './organizations.ts'
import type { TestSignaling } from './signaling.ts'
import { openSessions } from './tokens.ts'

export interface Officer {
  memberId: string
  token: string
}

interface Post {
  role: 'upperMonitor' | 'auditor' | 'administrator'
  /** Where the role is held, and on whose list they stand. */
  of: string
  to?: string | null
}

export async function appoint(signaling: TestSignaling, give: Give, post: Post): Promise<Officer> {
  const { role, of, to = null } = post
  const { memberId } = await enrol(give, of, { roles: [{ role, organizationId: of, from: null, to }] })
  const [token = ''] = await openSessions(signaling, [memberId])
  return { memberId, token }
}
