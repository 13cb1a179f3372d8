// A PostgreSQL of a test's own, with fsync, to be killed.
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
  appUrl: string
  /** SIGKILL to the server; resolves when it is gone. */
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

const DATABASE = 'hoi_truong'

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoi-truong-own-'))
  const passwords = { owner: randomBytes(12).toString('hex'), application: randomBytes(12).toString('hex') }
  const cluster = new PostgresCluster({
    folder: path.join(folder, 'postgres'),
    port: await anyFreePort(),
    password: randomBytes(12).toString('hex'),
  })
  await cluster.create()
  const supervisor = new Supervisor({ autoRestart: false })
  const program = new Program('postgresql', cluster.program, path.join(folder, 'postgres.log'))
  supervisor.add(program)
  await supervisor.start('postgresql')
  await createOwnDatabase(cluster.url('postgres'), DATABASE, passwords)
  await migrate(cluster.url(DATABASE, OWNER_ROLE, passwords.owner))
  return {
    appUrl: cluster.url(DATABASE, APPLICATION_ROLE, passwords.application),
    kill: () => program.kill('SIGKILL'),
    start: () => supervisor.start('postgresql'),
    stop: async () => {
      await supervisor.stopAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
