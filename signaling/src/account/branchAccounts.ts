// The accounts of a branch's members as its committee sees them: who has one, who waits, what may be done.
import type { AccountState, BranchAccounts } from '@hoi-truong/shared/account'
import { type HeldRole, mayWith } from '@hoi-truong/shared/permissions'
import type { Sql } from '../database/client.ts'
import { readMembersOn } from '../organization/membersOn.ts'
import { readAccountCounts } from './accountCounts.ts'
import { readOutOfReach } from './accountFacts.ts'

interface StateRow {
  id: string
  active: boolean
  locked: boolean
  code_until: Date | null
  last_seen: Date | null
  request_id: string | null
  typed_name: string | null
  phone: string | null
  requested_at: Date | null
}

/** A slip that is good and a request that waits: both only where there is no account yet. */
async function readStates(sql: Sql, memberIds: readonly string[]): Promise<Map<string, StateRow>> {
  const rows = await sql.$queryRaw<StateRow[]>`
    select m.id, coalesce(a.password_hash is not null, false) as active, coalesce(a.suspended, false) as locked,
      c.valid_until as code_until, t.created_at as last_seen, r.request_id, r.typed_name, r.phone, r.at as requested_at
    from unnest(${[...memberIds]}::uuid[]) as m (id)
    left join account a on a.member_id = m.id
    left join account_code c on c.member_id = m.id and a.password_hash is null and c.used_at is null and c.void_at is null
      and c.valid_until > log_clock()
    left join account_request r on r.member_id = m.id and a.password_hash is null and r.decided_at is null
      and r.valid_until > log_clock()
    left join lateral (
      select created_at from refresh_token where member_id = m.id order by created_at desc limit 1) as t on true`
  return new Map(rows.map((row) => [row.id, row]))
}

async function readDecisions(sql: Sql, memberIds: readonly string[]): Promise<BranchAccounts['decisions']> {
  return sql.$queryRaw<BranchAccounts['decisions']>`
    select r.request_id as "requestId", r.decision = 'approved' as approved, m.name as "byName"
    from account_request r join member m on m.id = r.decided_by
    where r.member_id = any(${[...memberIds]}::uuid[]) and r.decided_at > log_clock() - interval '1 day'
    order by r.decided_at`
}

function stateOf({ active, locked, code_until, request_id }: StateRow): AccountState {
  if (locked) return 'locked'
  if (active) return 'active'
  if (request_id !== null) return 'requested'
  return code_until === null ? 'none' : 'codeIssued'
}

interface Reader {
  memberId: string
  roles: readonly HeldRole[]
}

export async function readBranchAccounts(
  sql: Sql,
  organizationId: string,
  { memberId: readerId, roles }: Reader,
  today: string,
): Promise<BranchAccounts> {
  const listed = await readMembersOn(sql, organizationId, today)
  // Those who are there for a time have their accounts from their own branch.
  const lines = listed.filter(({ membership }) => membership.kind === 'regular')
  const memberIds = lines.map(({ memberId }) => memberId)
  const states = await readStates(sql, memberIds)
  const outOfReach = await readOutOfReach(sql, readerId, organizationId, memberIds)
  const known = lines.flatMap((line) => {
    const row = states.get(line.memberId)
    return row ? [{ line, row, state: stateOf(row) }] : []
  })
  return {
    canIssueCodes: mayWith(roles, 'account.issueCodes'),
    canDecide: mayWith(roles, 'account.decideRequest'),
    canLock: mayWith(roles, 'account.lock'),
    members: known.map(({ line: { memberId, memberNumber, name, office, category }, row, state }) => ({
      memberId,
      memberNumber,
      name,
      office,
      category,
      state,
      manageable: memberId !== readerId && !outOfReach.has(memberId),
      codeValidUntil: row.code_until?.toISOString() ?? null,
      lastSeenAt: row.last_seen?.toISOString() ?? null,
    })),
    requests: known
      .flatMap(({ line: { memberId, memberNumber, name }, row }) => {
        const { request_id: requestId, typed_name, phone, requested_at, locked } = row
        if (requestId === null || requested_at === null || locked) return []
        return [
          {
            requestId,
            memberId,
            memberNumber,
            name,
            typedName: typed_name ?? '',
            phone,
            at: requested_at.toISOString(),
          },
        ]
      })
      .sort((one, other) => one.at.localeCompare(other.at)),
    decisions: await readDecisions(sql, memberIds),
    counts: await readAccountCounts(sql, { organizationIds: [organizationId] }, today),
  }
}
