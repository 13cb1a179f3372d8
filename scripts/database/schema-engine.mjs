#!/usr/bin/env node
// Prisma's schema engine for its command line (`npx prisma migrate dev`): the WASM build from npm behind the protocol of
// the native engine, JSON-RPC on standard input and output. Prisma would download the native one, which a closed network
// does not have. Named in signaling/prisma.config.ts.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import readline from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { codeOf } from '../lib/problem.mjs'
import { createAdapterFactory, databaseName, withAdministration } from './schemaEngineAdapter.mjs'

const require = createRequire(import.meta.url)

/**
 * @typedef {object} Arguments
 * @property {[string, string][]} datamodels file and content
 * @property {{ url?: string, shadowDatabaseUrl?: string }} datasource
 * @property {string | undefined} command of the `cli` sub-commands
 */

/** @param {string[]} argv @returns {Arguments} */
function parseArguments(argv) {
  /** @type {Arguments} */
  const parsed = { datamodels: [], datasource: {}, command: undefined }
  for (let index = 0; index < argv.length; index += 2) {
    const [name, value = ''] = argv.slice(index, index + 2)
    if (name === '--datamodels') parsed.datamodels.push([value, readFileSync(value, 'utf8')])
    else if (name === '--datasource') parsed.datasource = JSON.parse(value)
    else if (name === 'cli') parsed.command = value
  }
  return parsed
}

/** @param {'INFO' | 'ERROR'} level @param {string} message @param {object} [fields] */
function log(level, message, fields = {}) {
  const entry = {
    level,
    target: 'schema_engine::logger',
    timestamp: new Date().toISOString(),
    fields: { message, ...fields },
  }
  process.stderr.write(`${JSON.stringify(entry)}\n`)
}

/** @type {Record<string, string>} PostgreSQL's or the system's code -> Prisma's */
const prismaCodes = {
  '28P01': 'P1000',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  '3D000': 'P1003',
  '42P04': 'P1009',
}

/** @param {string} command @param {string} url */
async function runCommand(command, url) {
  const name = databaseName(url)
  /** @type {Record<string, () => Promise<unknown>>} */
  const commands = {
    'can-connect-to-database': () => withAdministration(url, name, (client) => client.query('select 1')),
    'create-database': () =>
      withAdministration(url, 'postgres', (client) => client.query(`create database ${client.escapeIdentifier(name)}`)),
    'drop-database': () =>
      withAdministration(url, 'postgres', (client) =>
        client.query(`drop database ${client.escapeIdentifier(name)} with (force)`),
      ),
  }
  log('INFO', 'Starting schema engine CLI')
  try {
    const run = commands[command]
    if (!run) throw new Error(`unknown command ${command}`)
    await run()
    return 0
  } catch (error) {
    const code = prismaCodes[codeOf(error) ?? ''] ?? 'P1010'
    const host = new URL(url).host
    const message = code === 'P1001' ? `Can't reach database server at ${host}` : textOf(error)
    log('ERROR', message, { error_code: code, is_panic: false })
    return 1
  }
}

/** @param {unknown} error */
const textOf = (error) => (error instanceof Error ? error.message : String(error))

/** @typedef {Record<string, (params: unknown) => Promise<unknown>> & { version(params: unknown): Promise<unknown> }} Engine */

async function loadEngine() {
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bindings = await import(file)
  const module = readFileSync(path.join(path.dirname(file), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  // Where the engine leaves the text of a panic.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics })
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return bindings.SchemaEngine
}

const panics = {
  message: '',
  /** @param {string} message */
  set_message(message) {
    this.message = message
  },
}

/** @param {object} message */
const send = (message) =>
  new Promise((resolve) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`, resolve))

/** @param {Arguments} args */
async function serve({ datamodels, datasource }) {
  const SchemaEngine = await loadEngine()
  const adapters = createAdapterFactory(datasource)
  let printed = 0

  /** @param {string} method @param {Record<string, unknown> | undefined} params */
  async function call(method, params) {
    if (method === 'createDatabase') return { databaseName: databaseName(datasource.url ?? '') }
    /** @type {Engine} one for each call: no state is carried over */
    const engine = await SchemaEngine.new(
      { datamodels: datamodels.length ? datamodels : undefined },
      (/** @type {string} */ text) => log('INFO', text),
      bindMigrationAwareSqlAdapterFactory(adapters.factory),
    )
    try {
      // The WASM engine takes its factory of shadow databases only in devDiagnostic; without that call first these fail.
      if (method === 'evaluateDataLoss' || method === 'createMigration')
        await engine.devDiagnostic?.({ migrationsList: params?.migrationsList, filters: params?.filters })
      if (method === 'getDatabaseVersion') return await engine.version(params ?? null)
      const result = await engine[method]?.(method === 'introspect' ? { namespaces: null, ...params } : params)
      return method === 'diff' ? await print(result) : (result ?? null)
    } finally {
      // Closing the session also lets go of the lock that Prisma Migrate takes.
      await adapters.dispose()
    }
  }

  /** @param {unknown} result */
  async function print(result) {
    if (typeof result !== 'object' || result === null || !('stdout' in result) || result.stdout == null) return result
    const { stdout, ...rest } = result
    printed += 1
    await send({ id: `p${printed}`, method: 'print', params: { content: stdout } })
    return rest
  }

  let queue = Promise.resolve()
  const lines = readline.createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const { id, method, params } = JSON.parse(line)
    // Without a method it is the answer to `print`.
    if (!method) return
    queue = queue.then(async () => {
      try {
        await send({ id, result: await call(method, params) })
      } catch (error) {
        await send({ id, error: describeError(error) })
      }
    })
  })
  lines.on('close', () => queue.finally(() => process.exit(0)))
}

/** @param {unknown} error */
function describeError(error) {
  const isPanic = error instanceof WebAssembly.RuntimeError
  const message = textOf(error)
  const meta = typeof error === 'object' && error !== null && 'meta' in error ? error.meta : null
  return {
    code: 4466,
    message,
    data: {
      is_panic: isPanic,
      message,
      error_code: codeOf(error) ?? null,
      meta,
      ...(isPanic ? { error: { message: panics.message } } : {}),
    },
  }
}

if (process.argv[2] === '--version') {
  console.log('schema-engine-wasm')
} else {
  const args = parseArguments(process.argv.slice(2))
  if (args.command) process.exit(await runCommand(args.command, args.datasource.url ?? ''))
  await serve(args)
}
