// The database connections of Prisma's schema engine. The driver adapter is made for queries of programs; migrations need
// scripts of several statements, types of the catalogue, and databases that come and go.
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const CONNECT_TIMEOUT_MS = 10_000

/** Types that only the catalogue has and the adapter does not know, by oid. @type {Map<number, number>} */
const catalogueTypes = new Map([
  [18, ColumnTypeEnum.Character],
  [1002, ColumnTypeEnum.CharacterArray],
  [1003, ColumnTypeEnum.TextArray],
])

/** @param {string} url */
export const databaseName = (url) => decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres'

/** @param {string} url @param {string} database */
function withDatabase(url, database) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  // Prisma's own parameters, which PostgreSQL would refuse.
  other.searchParams.delete('schema')
  other.searchParams.delete('connection_limit')
  return other.toString()
}

/**
 * @template T
 * @param {string} url @param {string} database @param {(client: pg.Client) => Promise<T>} work
 */
export async function withAdministration(url, database, work) {
  const client = new pg.Client({
    connectionString: withDatabase(url, database),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** @typedef {Awaited<ReturnType<PrismaPg['connect']>>} Adapter */

/**
 * @param {string} url @param {() => Promise<unknown>} [onDispose]
 * @returns {Promise<Adapter>}
 */
async function open(url, onDispose) {
  const schema = new URL(url).searchParams.get('schema') ?? 'public'
  // One connection: advisory locks and SET live in the session.
  const pool = new pg.Pool({
    connectionString: withDatabase(url, databaseName(url)),
    max: 1,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  const adapter = await new PrismaPg(pool, { schema }).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    // The adapter splits at every semicolon, which breaks the bodies of functions.
    executeScript: async (/** @type {string} */ sql) => {
      await pool.query(sql)
    },
    queryRaw: (/** @type {Parameters<Adapter['queryRaw']>[0]} */ query) =>
      queryRaw(query).catch((error) => {
        if (error?.cause?.kind !== 'UnsupportedNativeDataType') throw error
        return queryCatalogue(pool, queryRaw, query)
      }),
    dispose: async () => {
      await pool.end()
      await onDispose?.()
    },
  })
}

/**
 * Runs a query of the catalogue, which only reads, once more and names the types of its columns here.
 * @param {pg.Pool} pool @param {Adapter['queryRaw']} queryRaw @param {Parameters<Adapter['queryRaw']>[0]} query
 */
async function queryCatalogue(pool, queryRaw, query) {
  const { fields, rows } = await pool.query({ text: query.sql, values: query.args, rowMode: 'array' })
  const columnTypes = []
  for (const { dataTypeID } of fields) columnTypes.push(catalogueTypes.get(dataTypeID) ?? (await typeOf(dataTypeID)))
  return { columnNames: fields.map(({ name }) => name), columnTypes, rows }

  /** @param {number} oid what the adapter makes of it */
  async function typeOf(oid) {
    const { rows: names } = await pool.query('select format_type($1, null) as name', [oid || 25])
    const sample = await queryRaw({ sql: `select null::${names[0].name}`, args: [], argTypes: [] })
    return sample.columnTypes[0] ?? ColumnTypeEnum.Text
  }
}

/**
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource
 * @returns {{ factory: import('@prisma/driver-adapter-utils').SqlMigrationAwareDriverAdapterFactory, dispose: () => Promise<void> }}
 */
export function createAdapterFactory({ url, shadowDatabaseUrl }) {
  /** @type {Adapter[]} */
  const opened = []
  const factory = {
    provider: /** @type {const} */ ('postgres'),
    adapterName: '@prisma/adapter-pg',
    connect: async () => {
      const adapter = await open(url ?? 'postgresql://nowhere.invalid/none')
      opened.push(adapter)
      return adapter
    },
    connectToShadowDb: () =>
      shadowDatabaseUrl ? openGivenShadow(shadowDatabaseUrl, url ?? '') : openNewShadow(url ?? ''),
  }
  return {
    factory,
    dispose: async () => {
      for (const adapter of opened.splice(0)) await adapter.dispose()
    },
  }
}

/** Emptied first, as the native engine does. @param {string} shadow @param {string} main */
async function openGivenShadow(shadow, main) {
  const place = (/** @type {string} */ url) =>
    `${new URL(url).hostname}:${new URL(url).port || 5432}/${databaseName(url)}`
  if (place(shadow) === place(main))
    throw new Error('SHADOW_DATABASE_URL names the main database, which would be emptied')
  await withAdministration(shadow, databaseName(shadow), async (client) => {
    const { rows } = await client.query(
      "select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'",
    )
    for (const { nspname } of rows) await client.query(`drop schema ${client.escapeIdentifier(nspname)} cascade`)
    await client.query('create schema public')
  })
  return open(shadow)
}

/** @param {string} main */
async function openNewShadow(main) {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  await withAdministration(main, databaseName(main), (client) => client.query(`create database "${name}"`))
  const drop = () =>
    withAdministration(main, databaseName(main), (client) =>
      client.query(`drop database if exists "${name}" with (force)`),
    )
  return open(withDatabase(main, name), drop)
}
