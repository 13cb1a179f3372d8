// A PostgreSQL of the tests' own in a temporary folder: one that all integration tests share, or one that a test may kill.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PostgresCluster } from '../database/cluster.mjs'
import { migrate } from '../database/migrations.mjs'
import { APPLICATION_ROLE, createOwnDatabase, OWNER_ROLE } from '../database/roles.mjs'
import { anyFreePort } from '../lib/ports.mjs'
import { Supervisor } from '../supervisor.mjs'
import { Program } from '../system/program.mjs'

export interface OwnPostgres {
  port: number
  database: string
  passwords: { superuser: string; owner: string; application: string }
  appUrl: string
  /** SIGKILL to the server; resolves when it is gone. */
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

interface OwnPostgresOptions {
  /** Without fsync: for tests that do not kill it. */
  fast?: boolean
  database?: string
}

/** With one database, migrated. */
export async function startOwnPostgres({
  fast = false,
  database = 'hoi_truong',
}: OwnPostgresOptions = {}): Promise<OwnPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoi-truong-test-'))
  const password = (): string => randomBytes(12).toString('hex')
  const passwords = { superuser: password(), owner: password(), application: password() }
  const port = await anyFreePort()
  const cluster = new PostgresCluster({
    folder: path.join(folder, 'postgres'),
    port,
    password: passwords.superuser,
    fast,
  })
  const supervisor = new Supervisor({ autoRestart: false })
  const program = new Program('postgresql', cluster.program, path.join(folder, 'postgres.log'))
  supervisor.add(program)
  const stop = async (): Promise<void> => {
    await supervisor.stopAll()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await cluster.create()
    await supervisor.start('postgresql')
    await createOwnDatabase(cluster.url('postgres'), database, passwords)
    await migrate(cluster.url(database, OWNER_ROLE, passwords.owner))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    port,
    database,
    passwords,
    appUrl: cluster.url(database, APPLICATION_ROLE, passwords.application),
    kill: () => program.kill('SIGKILL'),
    start: () => supervisor.start('postgresql'),
    stop,
  }
}
