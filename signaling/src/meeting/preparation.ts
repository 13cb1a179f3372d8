// What the page that prepares a meeting begins with: the members, the rules, the order of business, and the latest plan of the kind.
import { agendaTemplate, type TemplateItem } from '@hoi-truong/shared/agenda'
import { AppError } from '@hoi-truong/shared/errors'
import { type MeetingKind, meetingPlanSchema } from '@hoi-truong/shared/meeting'
import { mayWith } from '@hoi-truong/shared/permissions'
import type { GuestAccount, Preparation } from '@hoi-truong/shared/protocol'
import type { Database } from '../database/client.ts'
import type { StateOfKind } from '../log/commandDefinition.ts'
import { readNow } from '../log/queries.ts'
import type { StreamCache } from '../log/streamCache.ts'
import { organizationRoles, readBranchType, readRoll, readRuleSet } from '../organization/facts.ts'

interface Parts {
  database: Database
  cache: StreamCache
}

/** @throws AppError FORBIDDEN */
async function assertPrepares(database: Database, memberId: string, organizationId: string): Promise<void> {
  if (!mayWith(await organizationRoles(database, memberId, organizationId), 'meeting.draft'))
    throw new AppError('FORBIDDEN')
}

async function ownTemplate(
  { database, cache }: Parts,
  organizationId: string,
  kind: MeetingKind,
): Promise<readonly TemplateItem[] | undefined> {
  const snapshot = await cache.read(database, organizationId)
  return (snapshot.state as StateOfKind['organization']).everyone.agendaTemplates[kind]
}

/** Of the same kind, else of any: a first thematic meeting still begins with the usual place and time. Null for the very first. */
async function latestPlan(database: Database, organizationId: string, kind: MeetingKind) {
  const rows = await database.$queryRaw<{ plan: unknown }[]>`
    select plan from meeting
    where organization_id = ${organizationId}::uuid and status not in ('draft', 'cancelled', 'notHeld') and not practice
    order by kind = ${kind} desc, planned_start desc limit 1`
  const parsed = meetingPlanSchema.safeParse(rows[0]?.plan)
  return parsed.success ? parsed.data : null
}

/** @throws AppError FORBIDDEN, NOT_FOUND */
export async function readPreparation(
  parts: Parts,
  memberId: string,
  organizationId: string,
  kind: MeetingKind,
): Promise<Preparation> {
  const { database } = parts
  await assertPrepares(database, memberId, organizationId)
  const now = await readNow(database)
  const roll = await readRoll(database, organizationId, now)
  if (!roll) throw new AppError('NOT_FOUND')
  const own = await ownTemplate(parts, organizationId, kind)
  // A branch that was never told apart is one like others.
  const branchType = (await readBranchType(database, organizationId, now)) ?? 'other'
  return {
    organizationId,
    organizationName: roll.organizationName,
    upperName: roll.upperName,
    branchType,
    members: roll.members,
    rules: await readRuleSet(database, organizationId, now),
    template: [...(own ?? agendaTemplate(kind, branchType))],
    templateIsOwn: own !== undefined,
    latest: await latestPlan(database, organizationId, kind),
    now,
  }
}

/** Somebody to be invited, by the number on their card. @throws AppError FORBIDDEN, NOT_FOUND */
export async function findGuestAccount(
  { database }: Parts,
  memberId: string,
  organizationId: string,
  memberNumber: string,
): Promise<GuestAccount> {
  await assertPrepares(database, memberId, organizationId)
  const rows = await database.$queryRaw<GuestAccount[]>`
    select m.id as "memberId", m.name, o.name as "organizationName"
    from member m join organization o on o.id = m.organization_id where m.member_number = ${memberNumber}`
  const found = rows[0]
  if (!found) throw new AppError('NOT_FOUND')
  return found
}
