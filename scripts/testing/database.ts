// A database of its own for a test file: `const database = await createTestDatabase()`, and `database.drop()` after it.
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { APPLICATION_ROLE, createOwnDatabase, dropDatabase, OWNER_ROLE } from '../database/roles.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: {
      port: number
      superuserPassword: string
      ownerPassword: string
      applicationPassword: string
      template: string
    }
  }
}

export interface TestDatabase {
  name: string
  /** As signaling connects. */
  appUrl: string
  /** As migrations connect. */
  ownerUrl: string
  /** For tests that look at or break what nobody else may. */
  superuserUrl: string
  drop(): Promise<void>
}

/** Migrated and empty. Only in files named `*.integration.test.ts`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { port, superuserPassword, ownerPassword, applicationPassword, template } = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = (user: string, password: string, database = name): string =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  const administration = url('postgres', superuserPassword, 'postgres')
  await createOwnDatabase(
    administration,
    name,
    { owner: ownerPassword, application: applicationPassword },
    { template },
  )
  return {
    name,
    appUrl: url(APPLICATION_ROLE, applicationPassword),
    ownerUrl: url(OWNER_ROLE, ownerPassword),
    superuserUrl: url('postgres', superuserPassword),
    drop: () => dropDatabase(administration, name),
  }
}
