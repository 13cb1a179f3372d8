// Who is summoned to a meeting and by which rules it would be held: facts of other streams, read when it is prepared and opened.
import { AppError } from '@hoi-truong/shared/errors'
import type { Guest, MeetingPlan, MeetingRoll, RollEntry } from '@hoi-truong/shared/meeting'
import type { RuleSet } from '@hoi-truong/shared/rules'
import type { Sql } from '../database/client.ts'
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

async function allKnown(sql: Sql, memberIds: readonly string[]): Promise<boolean> {
  if (memberIds.length === 0) return true
  const rows = await sql.$queryRaw<{ known: bigint }[]>`
    select count(*) as known from member where id = any(${memberIds}::uuid[])`
  return Number(rows[0]?.known ?? 0) === memberIds.length
}

/** Họp chi ủy summons the branch's committee alone. */
const summoned = ({ kind }: MeetingPlan, members: readonly RollEntry[]): RollEntry[] =>
  members.filter(({ office }) => kind !== 'committee' || office !== 'member')

/** Null when the organization is unknown. @throws AppError MEETING_GUEST_WRONG @param at ISO 8601, the log's clock */
export async function readSummons(sql: Sql, plan: MeetingPlan, at: string): Promise<Summons | null> {
  const roll = await readRoll(sql, plan.organizationId, at)
  if (!roll) return null
  const members = summoned(plan, roll.members)
  const accounts = plan.guests.flatMap(({ memberId }) => memberId ?? [])
  const own = new Set([...roll.members, ...roll.followers].map(({ memberId }) => memberId))
  if (accounts.some((memberId) => own.has(memberId)) || !(await allKnown(sql, accounts))) {
    throw new AppError('MEETING_GUEST_WRONG')
  }
  const rules = await readRuleSet(sql, plan.organizationId, at)
  return { roll: { ...roll, members, guests: plan.guests.map(guestEntry) }, rules }
}
