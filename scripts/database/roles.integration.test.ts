// The application's role is the fence around the record: it may not own, make or empty anything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/database.ts'
import { migrate, readMigrations } from './migrations.mjs'
import { APPLICATION_ROLE, createApplicationRole, withClient } from './roles.mjs'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

describe('the application role', () => {
  it('is an ordinary role', async () => {
    const { rows } = await withClient(database.superuserUrl, (client) =>
      client.query(
        'select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = $1',
        [APPLICATION_ROLE],
      ),
    )
    expect(Object.values(rows[0])).toEqual([false, false, false, false, false])
  })

  it('owns nothing and may not empty any table', async () => {
    const { rows } = await withClient(database.appUrl, (client) =>
      client.query(`select relname from pg_class join pg_namespace n on n.oid = relnamespace
        where nspname = 'public' and relkind in ('r', 'p')
          and (pg_get_userbyid(relowner) = current_user or has_table_privilege(pg_class.oid, 'TRUNCATE'))`),
    )
    expect(rows).toEqual([])
  })

  it('may not make tables, also not temporary ones', async () => {
    await withClient(database.appUrl, async (client) => {
      await expect(client.query('create table mine (id int)')).rejects.toMatchObject({ code: '42501' })
      await expect(client.query('create temporary table mine (id int)')).rejects.toMatchObject({ code: '42501' })
    })
  })

  it('may not read the list of migrations', async () => {
    await withClient(database.appUrl, async (client) => {
      await expect(client.query('select * from _prisma_migrations')).rejects.toMatchObject({ code: '42501' })
    })
  })
})

describe('a server of somebody else', () => {
  it('gives the address for the application when the role is known', async () => {
    const password = decodeURIComponent(new URL(database.appUrl).password)
    await expect(createApplicationRole(database.ownerUrl, password)).resolves.toBe(database.appUrl)
  })

  it('says what to do when the role has another password', async () => {
    await expect(createApplicationRole(database.ownerUrl, 'wrong')).rejects.toThrow('DATABASE_APP_URL')
  })
})

describe('migrations', () => {
  const first = { name: '1', sql: 'create table one (id int); insert into one values (1)', checksum: 'a' }
  const broken = { name: '2', sql: 'create table two (id int); insert into nowhere values (1)', checksum: 'b' }

  it('are applied once, and whole or not at all', async () => {
    const own = await createTestDatabase()
    try {
      const before = readMigrations()
      await expect(migrate(own.ownerUrl, [...before, first])).resolves.toEqual(['1'])
      await expect(migrate(own.ownerUrl, [...before, first])).resolves.toEqual([])
      await expect(migrate(own.ownerUrl, [...before, first, broken])).rejects.toThrow('Migration 2 failed')
      const { rows } = await withClient(own.ownerUrl, (client) => client.query("select to_regclass('two') as two"))
      expect(rows[0].two).toBeNull()
      await expect(migrate(own.ownerUrl, [{ ...first, checksum: 'changed' }])).rejects.toThrow('was changed after')
    } finally {
      await own.drop()
    }
  })
})
