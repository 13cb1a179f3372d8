// Who is summoned to a meeting and by which rules it would be held: facts of other streams, read when it is prepared and opened.
import { AppError } from '@hoi-truong/shared/errors'
import type { Guest, MeetingPlan, MeetingRoll, RollEntry } from '@hoi-truong/shared/meeting'
import type { RuleSet } from '@hoi-truong/shared/rules'
import type { CommandType } from '@hoi-truong/shared/streams'
import type { Sql } from '../database/client.ts'
import type { CommandContext } from '../log/commandDefinition.ts'
import { readRoll, readRuleSet } from '../organization/facts.ts'

export interface Summons {
  roll: MeetingRoll
  rules: RuleSet
}

/** Đại biểu on the list: in no count, so what they are as members does not matter. */
const guestEntry = ({ guestId, memberId, name, title }: Guest): RollEntry => ({
  memberId: memberId ?? guestId,
  name,
  category: 'official',
  status: 'active',
  office: 'member',
  title,
  temporary: false,
})

async function knownOf(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await sql.$queryRaw<{ id: string }[]>`select id from member where id = any(${ids}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}

/** A guest with an account is somebody's, one without is nobody's, and none of them stands on the list already. */
async function areGuests(sql: Sql, guests: readonly Guest[], own: ReadonlySet<string>): Promise<boolean> {
  const known = await knownOf(
    sql,
    guests.flatMap(({ guestId, memberId }) => [guestId, ...(memberId ? [memberId] : [])]),
  )
  return guests.every(
    ({ guestId, memberId }) =>
      !known.has(guestId) && (memberId === null || (known.has(memberId) && !own.has(memberId))),
  )
}

/** Họp chi ủy summons the branch's committee alone. */
const summoned = ({ kind }: MeetingPlan, members: readonly RollEntry[]): RollEntry[] =>
  members.filter(({ office }) => kind !== 'committee' || office !== 'member')

/** `gather` of commands on a meeting that is planned: its summons as things stand now. */
export const gatherSummons = async (
  sql: Sql,
  { state, at }: Pick<CommandContext<'meeting', CommandType>, 'state' | 'at'>,
): Promise<Summons | null> => {
  const { plan, practice, roll, rules } = state.everyone.meeting
  // The people of a practice meeting are on no list that could be read again.
  if (practice) return roll && rules && { roll, rules }
  return plan && readSummons(sql, plan, at)
}

/**
 * Null when the organization is unknown.
 * @param at ISO 8601, the log's clock
 * @throws AppError MEETING_GUEST_WRONG while the plan can still be mended; later a guest who has become a member is one
 */
export async function readSummons(
  sql: Sql,
  plan: MeetingPlan,
  at: string,
  { mendable = false } = {},
): Promise<Summons | null> {
  const roll = await readRoll(sql, plan.organizationId, at)
  if (!roll) return null
  const members = summoned(plan, roll.members)
  const own = new Set([...roll.members, ...roll.followers].map(({ memberId }) => memberId))
  if (mendable && !(await areGuests(sql, plan.guests, own))) throw new AppError('MEETING_GUEST_WRONG')
  const guests = plan.guests.map(guestEntry).filter(({ memberId }) => !own.has(memberId))
  const rules = await readRuleSet(sql, plan.organizationId, at)
  return { roll: { ...roll, members, guests }, rules }
}
