// Who may do what in the database. The owner makes and changes tables and is known to the migrations only; the
// application's role owns nothing, so it can be held to what the migrations grant it.
import pg from 'pg'
import { codeOf, Problem } from '../lib/problem.mjs'

export const OWNER_ROLE = 'hoi_truong_owner'
export const APPLICATION_ROLE = 'hoi_truong_app'

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(url, work) {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'hoi-truong scripts',
    connectionTimeoutMillis: 10_000,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * On a server of our own: both roles and the database.
 * @param {string} superuserUrl @param {string} database @param {{ owner: string, application: string }} passwords
 * @param {{ template?: string }} [options] a database to copy
 * @returns {Promise<boolean>} whether the database is new
 */
export async function createOwnDatabase(superuserUrl, database, passwords, { template = 'template1' } = {}) {
  return withClient(superuserUrl, async (client) => {
    await ensureRole(client, OWNER_ROLE, passwords.owner)
    await ensureRole(client, APPLICATION_ROLE, passwords.application)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount) return false
    await client.query(
      `create database ${pg.escapeIdentifier(database)} owner ${OWNER_ROLE} template ${pg.escapeIdentifier(template)}`,
    )
    await closeToOthers(client, database)
    return true
  })
}

/** @param {string} superuserUrl @param {string} database */
export async function dropDatabase(superuserUrl, database) {
  await withClient(superuserUrl, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
  )
}

/**
 * On a server of somebody else: only the application's role, by the owner that DATABASE_URL names.
 * @param {string} ownerUrl @param {string} password
 * @returns {Promise<string>} the application's URL
 */
export async function createApplicationRole(ownerUrl, password) {
  const applicationUrl = urlAs(ownerUrl, APPLICATION_ROLE, password)
  if (await connects(applicationUrl)) return applicationUrl
  await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE])
    if (rowCount)
      throw new Problem(
        `The database server has a role ${APPLICATION_ROLE} already, but its password is not known here. ` +
          `Set DATABASE_APP_URL to the address of the database with that role and its password.`,
      )
    try {
      await ensureRole(client, APPLICATION_ROLE, password)
    } catch (error) {
      if (codeOf(error) !== '42501') throw error
      throw new Problem(
        `The role that DATABASE_URL names may not create roles. Have the administrator of the server run\n` +
          `  create role ${APPLICATION_ROLE} login nosuperuser nocreatedb nocreaterole password '...'\n` +
          'and set DATABASE_APP_URL to the address of the database with that role and password.',
      )
    }
  })
  return applicationUrl
}

/** @param {pg.Client} client @param {string} name @param {string} password */
async function ensureRole(client, name, password) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  if (rowCount) return
  await client.query(
    `create role ${name} login nosuperuser nocreatedb nocreaterole noreplication password ${pg.escapeLiteral(password)}`,
  )
}

/** By default everybody may connect to a database and make temporary tables in it. @param {pg.Client} client @param {string} database */
async function closeToOthers(client, database) {
  const name = pg.escapeIdentifier(database)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${APPLICATION_ROLE}`)
}

/** @param {string} url @param {string} user @param {string} password */
function urlAs(url, user, password) {
  const other = new URL(url)
  other.username = user
  other.password = encodeURIComponent(password)
  return other.toString()
}

/** @param {string} url */
async function connects(url) {
  try {
    await withClient(url, (client) => client.query('select 1'))
    return true
  } catch {
    return false
  }
}
