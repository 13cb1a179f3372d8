// What is done to the accounts of a branch's members, decided on the branch's stream. Secrets go beside it, never into it.
import type { AccountEvent } from '@hoi-truong/shared/account'
import { AppError } from '@hoi-truong/shared/errors'
import { dayOf, isInForce, type MembersState } from '@hoi-truong/shared/organization'
import type { Sql } from '../database/client.ts'
import { actorIdOf, type CommandContext, defineCommand } from '../log/commandDefinition.ts'
import { requireMember } from '../organization/memberRules.ts'
import { type AccountChanges, accountChanges, codesSchema } from './accountChanges.ts'
import {
  type AccountFacts,
  lockAccounts,
  NO_ACCOUNT,
  readAccounts,
  readOutOfReach,
  readRequester,
  requestWaits,
} from './accountFacts.ts'

interface Facts {
  accounts: ReadonlyMap<string, AccountFacts>
  outOfReach: ReadonlySet<string>
}
interface DecisionFacts extends Facts {
  /** Who asks; null when nothing of this branch waits under that id. */
  requesterId: string | null
}

type Context = Pick<CommandContext<'organization', 'account.lock'>, 'streamId' | 'state' | 'actor' | 'at'>

const accountEvent = <E extends AccountEvent>(type: E['type'], payload: E['payload']) => ({
  type,
  version: 1,
  audience: 'bureau' as const,
  payload,
})

/** Of the branch for good: accounts of those who are there for a time are their own branch's business. */
const belongs = (state: MembersState, memberId: string, day: string): boolean =>
  state.members[memberId]?.memberships.some((one) => one.kind === 'regular' && isInForce(one, day)) ?? false

const membersOf = ({ state }: Context): MembersState => state.bureau.organization

/** @throws AppError MEMBER_UNKNOWN, MEMBER_NOT_HERE */
function requireBelongs(context: Context, memberId: string): void {
  requireMember(membersOf(context), memberId)
  if (!belongs(membersOf(context), memberId, dayOf(context.at))) throw new AppError('MEMBER_NOT_HERE')
}

/** @throws AppError ACCOUNT_OWN, ACCOUNT_OUTRANKED */
function requireReach({ actor }: Context, { outOfReach }: Facts, memberId: string): void {
  if (actorIdOf(actor) === memberId) throw new AppError('ACCOUNT_OWN')
  if (outOfReach.has(memberId)) throw new AppError('ACCOUNT_OUTRANKED')
}

/** Only the branch's own people are looked at, and held: who else is named is refused by the list. */
async function gather(sql: Sql, context: Context, memberIds: readonly string[]): Promise<Facts> {
  const here = memberIds.filter((id) => belongs(membersOf(context), id, dayOf(context.at)))
  await lockAccounts(sql, here)
  const actorId = actorIdOf(context.actor)
  return {
    accounts: await readAccounts(sql, here),
    outOfReach: actorId === null ? new Set() : await readOutOfReach(sql, actorId, context.streamId, here),
  }
}

async function gatherRequest(sql: Sql, context: Context, requestId: string): Promise<DecisionFacts> {
  const memberId = await readRequester(sql, requestId)
  // What other branches have waiting is not told apart from what is unknown.
  if (memberId === null || !belongs(membersOf(context), memberId, dayOf(context.at)))
    return { requesterId: null, accounts: new Map(), outOfReach: new Set() }
  // The account's lock first, then the row: as whoever uses a slip takes them.
  const facts = await gather(sql, context, [memberId])
  return { ...facts, requesterId: (await requestWaits(sql, requestId)) ? memberId : null }
}

/** As the commands of this batch before it have left it. */
const accountOf = ({ accounts }: Facts, side: AccountChanges, memberId: string): AccountFacts =>
  side.accounts.get(memberId) ?? accounts.get(memberId) ?? NO_ACCOUNT

const changed = (side: AccountChanges, memberId: string, account: AccountFacts): AccountChanges => ({
  ...side,
  accounts: new Map([...side.accounts, [memberId, account]]),
})

/** @throws AppError ACCOUNT_REQUEST_UNKNOWN, ACCOUNT_OWN, ACCOUNT_OUTRANKED */
function requireRequest(context: Context, facts: DecisionFacts, side: AccountChanges, requestId: string): string {
  const { requesterId } = facts
  if (requesterId === null || side.decided.has(requestId)) throw new AppError('ACCOUNT_REQUEST_UNKNOWN')
  requireReach(context, facts, requesterId)
  return requesterId
}

const decided = (side: AccountChanges, requestId: string): AccountChanges => ({
  ...side,
  decided: new Set([...side.decided, requestId]),
})

/** @throws AppError REQUEST_MALFORMED when the route has not made a code for each */
function codesFor(
  memberIds: readonly string[],
  { aside, at }: Pick<CommandContext<'organization', never>, 'aside' | 'at'>,
) {
  const given = codesSchema.safeParse(aside)
  if (!given.success) throw new AppError('REQUEST_MALFORMED', { fields: 'codes' })
  const { hashes, validUntil } = given.data
  return memberIds.map((memberId) => {
    const codeHash = hashes[memberId]
    if (codeHash === undefined) throw new AppError('REQUEST_MALFORMED', { fields: 'codes' })
    return { memberId, codeHash, madeAt: at, validUntil }
  })
}

const common = { stream: 'organization', timing: 'deferrable', side: accountChanges } as const

export const accountCommandDefinitions = [
  defineCommand<'organization', 'account.issueCodes', Facts, AccountChanges>({
    ...common,
    type: 'account.issueCodes',
    action: 'account.issueCodes',
    internal: true,
    gather: (sql, context) => gather(sql, context, context.payload.memberIds),
    decide: (context, { facts, side }) => {
      const { reset } = context.payload
      const memberIds = [...new Set(context.payload.memberIds)]
      for (const memberId of memberIds) {
        requireBelongs(context, memberId)
        requireReach(context, facts, memberId)
        const { active, locked } = accountOf(facts, side, memberId)
        if (locked) throw new AppError('ACCOUNT_LOCKED')
        if (active && !reset) throw new AppError('ACCOUNT_ALREADY_ACTIVE')
      }
      const codes = codesFor(memberIds, context)
      const accounts = new Map([...side.accounts, ...memberIds.map((id) => [id, NO_ACCOUNT] as const)])
      return {
        events: [accountEvent('account.codesIssued', { memberIds, reset })],
        side: { ...side, codes: [...side.codes, ...codes], accounts },
      }
    },
  }),

  defineCommand<'organization', 'account.approveRequest', DecisionFacts, AccountChanges>({
    ...common,
    type: 'account.approveRequest',
    action: 'account.decideRequest',
    gather: (sql, context) => gatherRequest(sql, context, context.payload.requestId),
    decide: (context, { facts, side }) => {
      const { requestId } = context.payload
      const memberId = requireRequest(context, facts, side, requestId)
      const { active, locked } = accountOf(facts, side, memberId)
      if (locked) throw new AppError('ACCOUNT_LOCKED')
      if (active) throw new AppError('ACCOUNT_ALREADY_ACTIVE')
      return {
        events: [accountEvent('account.requestApproved', { requestId, memberId })],
        side: changed(decided(side, requestId), memberId, { active: true, locked }),
      }
    },
  }),

  defineCommand<'organization', 'account.refuseRequest', DecisionFacts, AccountChanges>({
    ...common,
    type: 'account.refuseRequest',
    action: 'account.decideRequest',
    gather: (sql, context) => gatherRequest(sql, context, context.payload.requestId),
    decide: (context, { facts, side }) => {
      const { requestId, reason } = context.payload
      const memberId = requireRequest(context, facts, side, requestId)
      return {
        events: [accountEvent('account.requestRefused', { requestId, memberId, reason })],
        side: decided(side, requestId),
      }
    },
  }),

  defineCommand<'organization', 'account.lock', Facts, AccountChanges>({
    ...common,
    type: 'account.lock',
    action: 'account.lock',
    gather: (sql, context) => gather(sql, context, [context.payload.memberId]),
    decide: (context, { facts, side }) => {
      const { memberId, reason } = context.payload
      requireBelongs(context, memberId)
      requireReach(context, facts, memberId)
      const account = accountOf(facts, side, memberId)
      if (account.locked) return { events: [] }
      return {
        events: [accountEvent('account.locked', { memberId, reason })],
        side: changed(side, memberId, { ...account, locked: true }),
      }
    },
  }),

  defineCommand<'organization', 'account.unlock', Facts, AccountChanges>({
    ...common,
    type: 'account.unlock',
    action: 'account.lock',
    gather: (sql, context) => gather(sql, context, [context.payload.memberId]),
    decide: (context, { facts, side }) => {
      const { memberId } = context.payload
      requireBelongs(context, memberId)
      requireReach(context, facts, memberId)
      const account = accountOf(facts, side, memberId)
      if (!account.locked) return { events: [] }
      return {
        events: [accountEvent('account.unlocked', { memberId })],
        side: changed(side, memberId, { ...account, locked: false }),
      }
    },
  }),
]
