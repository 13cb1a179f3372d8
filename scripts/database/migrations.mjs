// Applies signaling/prisma/migrations without Prisma's command line, in a tenth of the time. It keeps Prisma's own
// table and lock, so both can be used on one database.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Problem } from '../lib/problem.mjs'
import { inProject } from '../lib/project.mjs'
import { withClient } from './roles.mjs'

/** The advisory lock that Prisma Migrate takes. */
const PRISMA_LOCK = 72_707_369

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** @returns {Migration[]} in the order of their names */
export function readMigrations(folder = inProject('signaling/prisma/migrations')) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * @param {string} url of the owner
 * @param {Migration[]} [migrations]
 * @returns {Promise<string[]>} the names of those that were applied now
 */
export async function migrate(url, migrations = readMigrations()) {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(`create table if not exists _prisma_migrations (
      id varchar(36) primary key not null,
      checksum varchar(64) not null,
      finished_at timestamptz,
      migration_name varchar(255) not null,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0)`)
    const known = await appliedMigrations(client)
    const applied = []
    for (const migration of migrations) {
      const earlier = known.get(migration.name)
      if (earlier) checkUnchanged(migration, earlier)
      else applied.push(await apply(client, migration))
    }
    return applied
  })
}

/** @typedef {{ migration_name: string, checksum: string, finished_at: Date | null }} AppliedMigration */

/** @param {import('pg').Client} client @returns {Promise<Map<string, AppliedMigration>>} */
async function appliedMigrations(client) {
  const { rows } = await client.query(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  return new Map(rows.map((row) => [row.migration_name, row]))
}

/** @param {Migration} migration @param {AppliedMigration} earlier */
function checkUnchanged({ name, checksum }, earlier) {
  if (!earlier.finished_at)
    throw new Problem(
      `Migration ${name} failed on this database before. Put the database right, then run in signaling/: ` +
        `npx prisma migrate resolve --rolled-back ${name}`,
    )
  if (earlier.checksum !== checksum)
    throw new Problem(
      `Migration ${name} was changed after it was applied to this database. Write a new migration instead; ` +
        'a demo database begins anew with: npm start -- --fresh',
    )
}

/** @param {import('pg').Client} client @param {Migration} migration */
async function apply(client, { name, sql, checksum }) {
  const id = randomUUID()
  await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    // Without parameters all statements go as one, in one transaction: a migration is applied whole or not at all.
    await client.query(sql)
  } catch (error) {
    const text = `${error instanceof Error ? error.message : error}${lineOf(error, sql)}`
    await client.query('update _prisma_migrations set logs = $2, rolled_back_at = now() where id = $1', [id, text])
    throw new Problem(`Migration ${name} failed and was rolled back: ${text}`)
  }
  await client.query('update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1', [id])
  return name
}

/** @param {unknown} error @param {string} sql */
function lineOf(error, sql) {
  const position = error instanceof Error && 'position' in error ? Number(error.position) : Number.NaN
  return Number.isNaN(position) ? '' : ` (line ${sql.slice(0, position).split('\n').length})`
}
