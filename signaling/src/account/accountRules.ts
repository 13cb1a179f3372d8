// Whose account an officer may act on. Whoever prints somebody's slip could use it: nobody may reach for more rights than the own ones.
import type { Grantee, HeldRole } from '@hoi-truong/shared/permissions'

/** From the least to the most, in one branch; the other roles are given from above and answer to an administrator. */
const ranks: readonly Grantee[] = ['siteOperator', 'committeeMember', 'deputySecretary', 'branchSecretary']

/** The roles of the same organization whose holders' accounts are below somebody with these roles there. */
export function rolesBelow(held: readonly HeldRole[]): Grantee[] {
  const own = Math.max(-1, ...held.map(({ role, at }) => (at === 'here' ? ranks.indexOf(role) : -1)))
  return ranks.slice(0, Math.max(0, own))
}
