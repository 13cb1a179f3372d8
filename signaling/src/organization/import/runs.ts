// The rows of imports: what was uploaded, how far it is, what was found. Several nodes and their workers write here; whoever works on a run
// has claimed it, and says so again and again.
import { AppError, type ErrorReply } from '@hoi-truong/shared/errors'
import type {
  ImportCounts,
  ImportFault,
  ImportFaultPage,
  ImportNote,
  ImportProgress,
  ImportStatus,
  ImportView,
} from '@hoi-truong/shared/organization'
import type { Sql } from '../../database/client.ts'
import type { Plan } from './check/plan.ts'

/** Working papers, and people are careless: at most so many of one person wait, and none for ever. */
const WAITING_PER_PERSON = 3
const KEPT_DAYS = 30
const FAULTS_AT_ONCE = 1_000
const SHOWN_RUNS = 10

interface ViewRow {
  importId: string
  organizationId: string
  status: ImportStatus
  createdAt: Date
  acceptedAt: Date | null
  endedAt: Date | null
  uploader: string
  files: ImportView['files']
  counts: ImportCounts | null
  notes: ImportNote[]
  faultCount: number
  faultyRows: number
  progress: ImportProgress | null
  failure: ErrorReply | null
}

const viewOf = ({ uploader, createdAt, acceptedAt, endedAt, ...row }: ViewRow): ImportView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  acceptedAt: acceptedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
  uploadedBy: { name: uploader },
})

export interface NewRun {
  id: string
  organizationId: string
  memberId: string
  salt: string
  files: readonly { name: string; bytes: number }[]
}

/** Makes room first: the person's oldest waiting ones, and whatever is too old to be accepted by anybody. */
export async function insertRun(sql: Sql, { id, organizationId, memberId, salt, files }: NewRun): Promise<void> {
  await sql.$executeRaw`
    delete from import_run where status in ('uploading', 'uploaded', 'checked', 'failed') and (
      created_at < log_clock() - make_interval(days => ${KEPT_DAYS}::int)
      or id in (
        select id from import_run where uploaded_by = ${memberId}::uuid and status in ('uploading', 'uploaded', 'checked', 'failed')
        order by created_at desc offset ${WAITING_PER_PERSON - 1}))`
  await sql.$executeRaw`
    insert into import_run (id, organization_id, uploaded_by, status, created_at, salt)
    values (${id}::uuid, ${organizationId}::uuid, ${memberId}::uuid, 'uploading', log_clock(), ${salt})`
  const rows = files.map(({ name, bytes }, ordinal) => ({ ordinal, name, bytes }))
  await sql.$executeRaw`
    insert into import_file (run_id, ordinal, name, bytes)
    select ${id}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (ordinal integer, name text, bytes integer)`
}

export async function insertChunk(
  sql: Sql,
  runId: string,
  ordinal: number,
  part: number,
  content: Buffer,
): Promise<void> {
  await sql.$executeRaw`
    insert into import_chunk (run_id, ordinal, part, content)
    values (${runId}::uuid, ${ordinal}, ${part}, ${Uint8Array.from(content)})
    on conflict (run_id, ordinal, part) do update set content = excluded.content`
}

/** A file that is sent anew begins anew. */
export async function clearFile(sql: Sql, runId: string, ordinal: number): Promise<void> {
  await sql.$executeRaw`delete from import_chunk where run_id = ${runId}::uuid and ordinal = ${ordinal}`
}

/** The file is whole. True when it was the last one, and the run waits for its check. */
export async function completeFile(sql: Sql, runId: string, ordinal: number, sha256: string): Promise<boolean> {
  await sql.$executeRaw`
    update import_file set sha256 = ${sha256} where run_id = ${runId}::uuid and ordinal = ${ordinal}`
  const rows = await sql.$executeRaw`
    update import_run set status = 'uploaded' where id = ${runId}::uuid and status = 'uploading'
      and not exists (select from import_file where run_id = ${runId}::uuid and sha256 is null)`
  return rows > 0
}

export async function* readContent(sql: Sql, runId: string, ordinal: number): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const rows = await sql.$queryRaw<{ content: Uint8Array }[]>`
      select content from import_chunk where run_id = ${runId}::uuid and ordinal = ${ordinal} and part = ${part}`
    const [row] = rows
    if (!row) return
    yield row.content
  }
}

/** @throws AppError IMPORT_UNKNOWN */
export async function readRun(sql: Sql, runId: string): Promise<ImportView> {
  const [view] = await readViews(sql, { runId, organizationId: null })
  if (!view) throw new AppError('IMPORT_UNKNOWN')
  return view
}

export const readRunsOf = (sql: Sql, organizationId: string): Promise<ImportView[]> =>
  readViews(sql, { runId: null, organizationId })

async function readViews(
  sql: Sql,
  { runId, organizationId }: { runId: string | null; organizationId: string | null },
): Promise<ImportView[]> {
  const rows = await sql.$queryRaw<ViewRow[]>`
    select r.id as "importId", r.organization_id as "organizationId", r.status, r.created_at as "createdAt",
      r.accepted_at as "acceptedAt", r.ended_at as "endedAt", m.name as uploader, r.counts, r.notes,
      r.fault_count as "faultCount", r.faulty_rows as "faultyRows", r.progress, r.failure,
      (select jsonb_agg(jsonb_build_object('name', f.name, 'bytes', f.bytes, 'sha256', f.sha256) order by f.ordinal)
        from import_file f where f.run_id = r.id) as files
    from import_run r join member m on m.id = r.uploaded_by
    where r.id = ${runId}::uuid or r.organization_id = ${organizationId}::uuid
    order by r.created_at desc limit ${SHOWN_RUNS}`
  return rows.map(viewOf)
}

export async function readFaults(sql: Sql, runId: string, after: number, most: number): Promise<ImportFaultPage> {
  const rows = await sql.$queryRaw<(ImportFault & { number: number })[]>`
    select ordinal as number, file, sheet, "row", "column", code, params from import_fault
    where run_id = ${runId}::uuid and ordinal > ${after} order by ordinal limit ${most}`
  const totals = await sql.$queryRaw<{ total: number }[]>`
    select fault_count as total from import_run where id = ${runId}::uuid`
  return { faults: rows, total: totals[0]?.total ?? 0 }
}

/** What was put away leaves nothing behind. What was accepted stays. */
export async function discardRun(sql: Sql, runId: string): Promise<void> {
  const gone = await sql.$executeRaw`
    delete from import_run where id = ${runId}::uuid and status in ('uploading', 'uploaded', 'checked', 'failed')`
  if (gone === 0) throw new AppError('IMPORT_NOT_CHECKED')
}

export interface ClaimedRun {
  runId: string
  organizationId: string
  salt: string
  work: 'check' | 'apply'
  attempts: number
}

/** Longer than any pause of a living worker. */
const SILENT_SECONDS = 10

/** The next run that waits for work, or whose worker has not been heard of; null when there is none. */
export async function claimRun(sql: Sql, claim: string): Promise<ClaimedRun | null> {
  const rows = await sql.$queryRaw<(Omit<ClaimedRun, 'work'> & { status: ImportStatus })[]>`
    update import_run set claimed_by = ${claim}, beat_at = log_clock(), attempts = attempts + 1
    where id = (
      select id from import_run where status in ('uploaded', 'applying')
        and (beat_at is null or beat_at < log_clock() - make_interval(secs => ${SILENT_SECONDS}::int))
      order by status = 'applying' desc, created_at limit 1 for update skip locked)
    returning id as "runId", organization_id as "organizationId", salt, status, attempts`
  const [row] = rows
  if (!row) return null
  const { status, ...run } = row
  return { ...run, work: status === 'applying' ? 'apply' : 'check' }
}

/** False when somebody else has the run by now. Attempts count what is in vain: whoever has written something begins anew. */
export async function tellProgress(sql: Sql, runId: string, claim: string, progress: ImportProgress): Promise<boolean> {
  const writes = progress.stage === 'organizations' || progress.stage === 'members'
  const rows = await sql.$executeRaw`
    update import_run set progress = ${JSON.stringify(progress)}::jsonb, beat_at = log_clock(),
      attempts = case when ${writes} then 0 else attempts end
    where id = ${runId}::uuid and claimed_by = ${claim}`
  return rows > 0
}

/** Another may take it: at once where this process ends in good order, after the usual silence where it ended by a fault. */
export async function releaseRun(sql: Sql, runId: string, claim: string, byFault: boolean): Promise<void> {
  await sql.$executeRaw`
    update import_run set claimed_by = null, beat_at = case when ${byFault} then beat_at end,
      attempts = case when ${byFault} then attempts else greatest(0, attempts - 1) end
    where id = ${runId}::uuid and claimed_by = ${claim} and status in ('uploaded', 'applying')`
}

async function insertFaults(sql: Sql, runId: string, faults: readonly ImportFault[]): Promise<void> {
  await sql.$executeRaw`delete from import_fault where run_id = ${runId}::uuid`
  for (let from = 0; from < faults.length; from += FAULTS_AT_ONCE) {
    const rows = faults
      .slice(from, from + FAULTS_AT_ONCE)
      .map((fault, index) => ({ ordinal: from + index + 1, ...fault }))
    await sql.$executeRaw`
      insert into import_fault (run_id, ordinal, file, sheet, "row", "column", code, params)
      select ${runId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
        ordinal integer, file text, sheet text, "row" integer, "column" text, code text, params jsonb)`
  }
}

/** A worker that was slow, whose run another has by now, takes nothing from it. */
async function isHeld(sql: Sql, runId: string, claim: string): Promise<boolean> {
  const rows = await sql.$queryRaw<unknown[]>`
    select 1 as held from import_run
    where id = ${runId}::uuid and claimed_by = ${claim} and status in ('uploaded', 'applying')`
  return rows.length > 0
}

/** The dry run is over: what it found. */
export async function concludeCheck(sql: Sql, runId: string, claim: string, plan: Plan): Promise<void> {
  if (!(await isHeld(sql, runId, claim))) return
  await insertFaults(sql, runId, plan.faults)
  await sql.$executeRaw`
    update import_run set status = 'checked', counts = ${JSON.stringify(plan.counts)}::jsonb,
      notes = ${JSON.stringify(plan.notes)}::jsonb, fault_count = ${plan.faults.length}, faulty_rows = ${plan.faultyRows},
      progress = null, claimed_by = null, beat_at = null
    where id = ${runId}::uuid and claimed_by = ${claim} and status = 'uploaded'`
}

/** The files have done their service. */
export async function concludeApplying(sql: Sql, runId: string, claim: string): Promise<void> {
  const rows = await sql.$executeRaw`
    update import_run set status = 'done', ended_at = log_clock(), progress = null, claimed_by = null, beat_at = null
    where id = ${runId}::uuid and claimed_by = ${claim} and status = 'applying'`
  if (rows > 0) await sql.$executeRaw`delete from import_chunk where run_id = ${runId}::uuid`
}

export async function failRun(
  sql: Sql,
  runId: string,
  claim: string,
  failure: ErrorReply,
  report: Pick<Plan, 'faults' | 'faultyRows'> = { faults: [], faultyRows: 0 },
): Promise<void> {
  if (!(await isHeld(sql, runId, claim))) return
  await insertFaults(sql, runId, report.faults)
  await sql.$executeRaw`
    update import_run set status = 'failed', failure = ${JSON.stringify(failure)}::jsonb, ended_at = log_clock(), progress = null,
      fault_count = ${report.faults.length}, faulty_rows = ${report.faultyRows}, claimed_by = null, beat_at = null
    where id = ${runId}::uuid and claimed_by = ${claim} and status in ('uploaded', 'applying')`
  await sql.$executeRaw`delete from import_chunk where run_id = ${runId}::uuid`
}
