// One PostgreSQL for all integration tests, with a migrated template that each test file copies its own database from.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { PostgresCluster } from '../database/cluster.mjs'
import { migrate } from '../database/migrations.mjs'
import { createOwnDatabase, OWNER_ROLE } from '../database/roles.mjs'
import { anyFreePort } from '../lib/ports.mjs'
import { Supervisor } from '../supervisor.mjs'
import { Program } from '../system/program.mjs'

const TEMPLATE = 'hoi_truong_template'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hoi-truong-test-'))
  const password = () => randomBytes(12).toString('hex')
  const passwords = { owner: password(), application: password() }
  const cluster = new PostgresCluster({
    folder: path.join(folder, 'postgres'),
    port: await anyFreePort(),
    password: password(),
    fast: true,
  })
  const supervisor = new Supervisor({ autoRestart: false })
  const stop = async (): Promise<void> => {
    await supervisor.stopAll()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await cluster.create()
    supervisor.add(new Program('postgresql', cluster.program, path.join(folder, 'postgres.log')))
    await supervisor.start('postgresql')
    await createOwnDatabase(cluster.url('postgres'), TEMPLATE, passwords)
    await migrate(cluster.url(TEMPLATE, OWNER_ROLE, passwords.owner))
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('postgres', {
    port: cluster.port,
    superuserPassword: cluster.password,
    ownerPassword: passwords.owner,
    applicationPassword: passwords.application,
    template: TEMPLATE,
  })
  return stop
}
