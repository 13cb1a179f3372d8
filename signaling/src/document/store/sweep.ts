// Takes away files that are nobody's: uploads that broke off between the store and the log, what a dead program was receiving, and,
// after a time in which a mistake can still be seen, documents that were withdrawn everywhere or belong to practice meetings that are past.
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '../../database/client.ts'
import type { DocumentStore, StoredFile } from './DocumentStore.ts'

const WITHDRAWN_KEPT_DAYS = 30
/** A practice meeting has left its list after a day. */
const PRACTICE_KEPT_DAYS = 2
/** Younger files may belong to an upload that is still on its way to the log. */
const SPARED_MS = 3_600_000
const AT_ONCE = 500

export interface SweepParts {
  database: Database
  store: DocumentStore
  incoming: string
  /** For tests. */
  sparedMs?: number
}

async function sweepIncoming(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (mtimeMs < before) await rm(file, { force: true })
  }
}

const hashOf = ({ key }: StoredFile): string => key.slice(0, 64)

async function withoutOwner(database: Database, files: readonly StoredFile[]): Promise<StoredFile[]> {
  const hashes = files.map(hashOf)
  const rows = await database.$queryRaw<{ sha256: string }[]>`
    select distinct d.sha256 from document d join meeting m on m.id = d.meeting_id
    where d.sha256 = any(${hashes}::text[])
      and (d.withdrawn_at is null or d.withdrawn_at > log_clock() - make_interval(days => ${WITHDRAWN_KEPT_DAYS}))
      and (not m.practice or m.announced_at > log_clock() - make_interval(days => ${PRACTICE_KEPT_DAYS}))`
  const owned = new Set(rows.map(({ sha256 }) => sha256))
  return files.filter((file) => !owned.has(hashOf(file)))
}

/** A database without any document is another one, new or restored from before: nothing is thrown away on its word. */
async function knowsDocuments(database: Database): Promise<boolean> {
  const rows = await database.$queryRaw<{ known: boolean }[]>`select exists (select from document) as known`
  return rows[0]?.known ?? false
}

/** @returns how many stored files were taken away */
export async function sweep({ database, store, incoming, sparedMs = SPARED_MS }: SweepParts): Promise<number> {
  const before = Date.now() - sparedMs
  await sweepIncoming(incoming, before)
  if (!(await knowsDocuments(database))) return 0
  let removed = 0
  let old: StoredFile[] = []
  const take = async () => {
    for (const { key } of await withoutOwner(database, old)) {
      await store.remove(key, before)
      removed += 1
    }
    old = []
  }
  for await (const file of store.list()) {
    if (file.putAt < before) old.push(file)
    if (old.length >= AT_ONCE) await take()
  }
  if (old.length > 0) await take()
  return removed
}
