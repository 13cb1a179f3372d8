// A database of its own for a test file: `const database = await createTestDatabase()`, and `database.drop()` after it.
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { migrate, readMigrations } from '../database/migrations.mjs'
import { APPLICATION_ROLE, createOwnDatabase, dropDatabase, OWNER_ROLE } from '../database/roles.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: {
      port: number
      passwords: { superuser: string; owner: string; application: string }
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
export const createTestDatabase = (): Promise<TestDatabase> => create(inject('postgres').template)

export interface OldTestDatabase extends TestDatabase {
  /** Applies what is missing. */
  upgrade(): Promise<void>
}

/** As it was before the migrations from that name on. */
export async function createOldTestDatabase(before: string): Promise<OldTestDatabase> {
  const database = await create()
  const old = readMigrations().filter(({ name }) => name < before)
  await migrate(database.ownerUrl, old)
  return { ...database, upgrade: async () => void (await migrate(database.ownerUrl)) }
}

async function create(template?: string): Promise<TestDatabase> {
  const { port, passwords } = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = (user: string, password: string, database = name): string =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  const administration = url('postgres', passwords.superuser, 'postgres')
  await createOwnDatabase(administration, name, passwords, template === undefined ? {} : { template })
  return {
    name,
    appUrl: url(APPLICATION_ROLE, passwords.application),
    ownerUrl: url(OWNER_ROLE, passwords.owner),
    superuserUrl: url('postgres', passwords.superuser),
    drop: () => dropDatabase(administration, name),
  }
}
