#!/usr/bin/env node
// Speaks the Prisma schema-engine JSON-RPC protocol on stdio, but runs the WASM build of the engine
// (@prisma/schema-engine-wasm, from npm) over node-postgres. Point PRISMA_SCHEMA_ENGINE_BINARY here.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import readline from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const require = createRequire(import.meta.url)
const log = (level, message, extra = {}) =>
  process.stderr.write(
    JSON.stringify({
      level,
      target: 'schema_engine::logger',
      timestamp: new Date().toISOString(),
      fields: { message, ...extra },
    }) + '\n',
  )

// ---- arguments -------------------------------------------------------------------------------
const argv = process.argv.slice(2)
if (argv[0] === '--version') {
  console.log(
    'schema-engine-wasm ' +
      require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/.*@prisma/, '@prisma'),
  )
  process.exit(0)
}
const datamodels = []
let datasource = {}
let cli
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === '--datamodels') datamodels.push([argv[i + 1], readFileSync(argv[++i], 'utf8')])
  else if (argv[i] === '--datasource') datasource = JSON.parse(argv[++i])
  else if (argv[i] === 'cli') cli = argv[++i]
  else if (argv[i].startsWith('--')) i++ // --enabled-preview-features, --extension-types
}

// ---- driver adapter --------------------------------------------------------------------------
function parts(url) {
  const u = new URL(url)
  return {
    schema: u.searchParams.get('schema') ?? 'public',
    database: decodeURIComponent(u.pathname.slice(1)) || 'postgres',
    url: u,
  }
}
function withDatabase(url, database) {
  const u = new URL(url)
  u.pathname = '/' + encodeURIComponent(database)
  u.searchParams.delete('schema')
  u.searchParams.delete('connection_limit')
  return u.toString()
}
// catalogue-only types that @prisma/adapter-pg does not know, by oid
const CATALOG = { 18: ColumnTypeEnum.Character, 1002: ColumnTypeEnum.CharacterArray, 1003: ColumnTypeEnum.TextArray }
function patchQueryRaw(pool, a) {
  const stock = a.queryRaw.bind(a)
  a.queryRaw = async (query) => {
    try {
      return await stock(query)
    } catch (e) {
      if (e.cause?.kind !== 'UnsupportedNativeDataType') throw e
    }
    // read-only catalogue query: run it again and type the columns here
    const r = await pool.query({ text: query.sql, values: query.args, rowMode: 'array' })
    const columnTypes = []
    for (const f of r.fields) {
      if (CATALOG[f.dataTypeID] !== undefined) columnTypes.push(CATALOG[f.dataTypeID])
      else
        columnTypes.push(
          (
            await stock({
              sql: `select null::${f.dataTypeID === 0 ? 'text' : (await pool.query('select format_type($1, null) t', [f.dataTypeID])).rows[0].t}`,
              args: [],
              argTypes: [],
            })
          ).columnTypes[0],
        )
    }
    return { columnNames: r.fields.map((f) => f.name), columnTypes, rows: r.rows }
  }
}
async function open(url, onDispose) {
  const { schema, database } = parts(url)
  // one connection: advisory locks and SET live in the session
  const pool = new pg.Pool({ connectionString: withDatabase(url, database), max: 1, connectionTimeoutMillis: 10_000 })
  const a = await new PrismaPg(pool, { schema }).connect()
  a.executeScript = async (sql) => {
    // the stock one splits at every ';', which breaks function bodies
    try {
      await pool.query(sql)
    } catch (e) {
      a.onError(e)
    }
  }
  patchQueryRaw(pool, a)
  a.dispose = async () => {
    await pool.end()
    await onDispose?.()
  }
  return a
}
const admin = async (url, fn) => {
  const c = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await c.connect()
  try {
    return await fn(c)
  } finally {
    await c.end()
  }
}
const main = datasource.url
const opened = []
const factory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () => {
    const a = await open(main ?? 'postgresql://nowhere.invalid/none')
    opened.push(a)
    return a
  },
  async connectToShadowDb() {
    const given = datasource.shadowDatabaseUrl
    if (given) {
      // a fixed shadow database: empty it, as the native engine does
      const where = (u) => {
        const { url: x, database } = parts(u)
        return `${x.hostname}:${x.port || 5432}/${database}`
      }
      if (where(given) === where(main))
        throw new Error('SHADOW_DATABASE_URL names the main database: it would be emptied')
      await admin(withDatabase(given, parts(given).database), async (c) => {
        const { rows } = await c.query(
          `select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'`,
        )
        for (const r of rows) await c.query(`drop schema ${pg.escapeIdentifier(r.nspname)} cascade`)
        await c.query('create schema public')
      })
      return open(given)
    }
    const name = 'prisma_migrate_shadow_db_' + crypto.randomUUID()
    await admin(withDatabase(main, parts(main).database), (c) => c.query(`create database "${name}"`))
    const drop = () =>
      admin(withDatabase(main, parts(main).database), (c) => c.query(`drop database if exists "${name}" with (force)`))
    return open(withDatabase(main, name), drop)
  },
}

// ---- `cli` sub-commands ------------------------------------------------------------------------
if (cli) {
  log('INFO', 'Starting schema engine CLI')
  const { database } = parts(main)
  try {
    if (cli === 'can-connect-to-database') await admin(withDatabase(main, database), (c) => c.query('select 1'))
    else if (cli === 'create-database')
      await admin(withDatabase(main, 'postgres'), (c) => c.query(`create database ${pg.escapeIdentifier(database)}`))
    else if (cli === 'drop-database')
      await admin(withDatabase(main, 'postgres'), (c) =>
        c.query(`drop database ${pg.escapeIdentifier(database)} with (force)`),
      )
    else throw new Error('unknown command ' + cli)
    process.exit(0)
  } catch (e) {
    const code =
      e.code === '3D000'
        ? 'P1003'
        : e.code === '28P01'
          ? 'P1000'
          : e.code === '42P04'
            ? 'P1009'
            : e.code === 'ECONNREFUSED' || e.code === 'ENOTFOUND'
              ? 'P1001'
              : 'P1010'
    const { url } = parts(main)
    log('ERROR', code === 'P1001' ? `Can't reach database server at ${url.host}` : e.message || String(e), {
      error_code: code,
      is_panic: false,
    })
    process.exit(1)
  }
}

// ---- the engine --------------------------------------------------------------------------------
const bgPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
const bg = await import(bgPath)
const { instance } = await WebAssembly.instantiate(
  readFileSync(path.join(path.dirname(bgPath), 'schema_engine_bg.wasm')),
  { './schema_engine_bg.js': bg },
)
bg.__wbg_set_wasm(instance.exports)
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
  set_message(m) {
    this.message = m
  },
}
instance.exports.__wbindgen_start()

const newEngine = () =>
  bg.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    (s) => log('INFO', s),
    bindMigrationAwareSqlAdapterFactory(factory),
  )
const send = (o) => new Promise((r) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...o }) + '\n', r))
let printId = 0

async function call(method, params) {
  if (method === 'createDatabase') {
    return { databaseName: parts(main).database }
  }
  const e = await newEngine() // one for each call: no state is carried over
  try {
    // the WASM engine takes its shadow-database factory only in devDiagnostic; without that call first it fails with
    // "PostgreSQL shadow DB must be provided through an external factory"
    if (method === 'evaluateDataLoss' || method === 'createMigration')
      await e.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
    if (method === 'getDatabaseVersion') return await e.version(params ?? null)
    if (method === 'introspect') params = { namespaces: null, ...params }
    const r = await e[method](params)
    if (method !== 'diff' || r.stdout == null) return r ?? null
    const { stdout, ...rest } = r
    await send({ id: 'p' + ++printId, method: 'print', params: { content: stdout } })
    return rest
  } finally {
    // closing the session also lets go of Migrate's advisory lock
    for (const a of opened.splice(0)) await a.dispose()
  }
}

let queue = Promise.resolve()
readline
  .createInterface({ input: process.stdin })
  .on('line', (line) => {
    const msg = JSON.parse(line)
    if (!msg.method) return // answer to `print`
    queue = queue.then(async () => {
      try {
        await send({ id: msg.id, result: await call(msg.method, msg.params) })
      } catch (e) {
        if (process.env.SHIM_DEBUG) console.error(e)
        const panic = e instanceof WebAssembly.RuntimeError
        await send({
          id: msg.id,
          error: {
            code: 4466,
            message: e.message ?? String(e),
            data: {
              is_panic: panic,
              message: e.message ?? String(e),
              error_code: e.code ?? null,
              meta: e.meta ?? null,
              ...(panic ? { error: { message: globalThis.PRISMA_WASM_PANIC_REGISTRY.message } } : {}),
            },
          },
        })
      }
    })
  })
  .on('close', () => queue.finally(() => process.exit(0)))
