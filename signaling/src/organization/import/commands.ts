// Commands of an import: somebody accepts a checked list, and signaling gives each branch its lines.
import { AppError } from '@hoi-truong/shared/errors'
import {
  type AcceptedImport,
  applyLine,
  dayOf,
  type ImportCounts,
  type ImportedMember,
  twoSecretaries,
} from '@hoi-truong/shared/organization'
import type { Sql } from '../../database/client.ts'
import { defineCommand } from '../../log/commandDefinition.ts'
import { type ImportFacts, readImportFacts } from '../memberFacts.ts'

interface CheckedRun {
  status: string
  fault_count: number
  counts: ImportCounts
  files: AcceptedImport['files']
  /** An import that is going on here, above or beneath. */
  running: boolean
}

/**
 * Null: there is none of this organization. The lock makes two people who accept at once take turns; the row is held, so that nobody puts
 * away what is being accepted.
 */
async function readCheckedRun(
  sql: Sql,
  organizationId: string,
  importId: string,
  day: string,
): Promise<CheckedRun | null> {
  await sql.$queryRaw`select 1 as locked from pg_advisory_xact_lock(hashtextextended('imports', 0))`
  const rows = await sql.$queryRaw<CheckedRun[]>`
    select r.status, r.fault_count, r.counts,
      (select jsonb_agg(jsonb_build_object('name', f.name, 'sha256', f.sha256, 'bytes', f.bytes) order by f.ordinal)
        from import_file f where f.run_id = r.id) as files,
      exists (select from import_run other where other.status = 'applying' and other.id <> r.id and (
        exists (select from organization_above(r.organization_id, ${day}::date) a where a.organization_id = other.organization_id)
        or exists (select from organization_above(other.organization_id, ${day}::date) a
          where a.organization_id = r.organization_id))) as running
    from import_run r where r.id = ${importId}::uuid and r.organization_id = ${organizationId}::uuid for update of r`
  return rows[0] ?? null
}

const isNothing = ({ organizations, members }: ImportCounts): boolean =>
  [organizations, members].every((tally) => tally.new === 0 && tally.changed === 0)

const acceptCommandDefinition = defineCommand<'organization', 'organization.acceptImport', CheckedRun | null>({
  type: 'organization.acceptImport',
  stream: 'organization',
  action: 'organization.import',
  timing: 'deferrable',
  gather: (sql, { streamId, payload, at }) => readCheckedRun(sql, streamId, payload.importId, dayOf(at)),
  decide: ({ payload }, { facts: run }) => {
    if (!run) throw new AppError('IMPORT_UNKNOWN')
    if (run.status !== 'checked') throw new AppError('IMPORT_NOT_CHECKED')
    if (run.fault_count > 0) throw new AppError('IMPORT_HAS_FAULTS')
    if (isNothing(run.counts)) return { events: [] }
    if (run.running) throw new AppError('IMPORT_RUNNING')
    const accepted: AcceptedImport = { importId: payload.importId, files: run.files, counts: run.counts }
    return { events: [{ type: 'organization.imported', version: 1, audience: 'bureau', payload: accepted }] }
  },
})

const mergeCommandDefinition = defineCommand<'organization', 'organization.mergeMembers', ImportFacts>({
  type: 'organization.mergeMembers',
  stream: 'organization',
  action: 'organization.importMembers',
  timing: 'deferrable',
  internal: true,
  gather: (sql, { streamId, payload, at }) => {
    const membership = { kind: 'regular', from: null, to: null } as const
    const candidates = payload.lines.map(({ memberId, memberNumber }) => ({
      memberId,
      memberNumber,
      membership,
      roles: [],
    }))
    return readImportFacts(sql, streamId, candidates, dayOf(at))
  },
  decide: ({ payload, state, at }, { facts }) => {
    const { fileName, fileHash, lines } = payload
    const { members: before } = state.bureau.organization
    const merged = new Map<string, ImportedMember>()
    for (const line of lines) {
      const outcome = applyLine(before[line.memberId], line, dayOf(at))
      if (outcome.kind === 'refused') throw new AppError(refusalOf[outcome.why])
      // A newcomer who was recorded elsewhere meanwhile; whoever was here all the while is not asked for.
      if (outcome.kind === 'new' && facts.elsewhere.has(line.memberId)) throw new AppError('MEMBER_ELSEWHERE')
      if (outcome.kind === 'new' && facts.numbersTaken.has(line.memberNumber)) throw new AppError('MEMBER_NUMBER_TAKEN')
      if (outcome.kind !== 'unchanged') merged.set(line.memberId, outcome.member)
    }
    if (merged.size === 0) return { events: [] }
    if (twoSecretaries(Object.values({ ...before, ...Object.fromEntries(merged) }))) throw new AppError('OFFICE_TAKEN')
    const imported = { fileName, fileHash, members: [...merged.values()] }
    return { events: [{ type: 'organization.membersImported', version: 2, audience: 'bureau', payload: imported }] }
  },
})

const refusalOf = {
  MEMBER_LEFT: 'MEMBER_NOT_HERE',
  OFFICE_DATE_EARLY: 'OFFICE_OVERLAPS',
  OFFICE_OF_PROBATIONARY: 'MEMBER_NOT_OFFICIAL',
  STANDING_OVERLAPS: 'STANDING_OVERLAPS',
} as const

export const importCommandDefinitions = [acceptCommandDefinition, mergeCommandDefinition]
