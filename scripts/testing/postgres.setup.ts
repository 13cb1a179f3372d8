// One PostgreSQL for all integration tests, with a migrated template that each test file copies its own database from.
import type { TestProject } from 'vitest/node'
import { startOwnPostgres } from './ownPostgres.ts'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { port, passwords, database, stop } = await startOwnPostgres({ fast: true, database: 'hoi_truong_template' })
  project.provide('postgres', { port, passwords, template: database })
  return stop
}
