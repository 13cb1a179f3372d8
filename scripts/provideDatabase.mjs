// Before the programs start on a PostgreSQL server of their own (docker/compose.yaml): roles, database, migrations. Run again, it does what
// is missing.
import { migrate, readMigrations } from './database/migrations.mjs'
import { createOwnDatabase, OWNER_ROLE } from './database/roles.mjs'
import { explain, Problem } from './lib/problem.mjs'

const DATABASE = 'hoi_truong'

/** @param {string} name */
function needed(name) {
  const value = process.env[name]
  if (!value) throw new Problem(`${name} is missing (see docs/deployment.md).`)
  return value
}

async function main() {
  const administration = new URL(needed('DATABASE_ADMIN_URL'))
  const passwords = { owner: needed('DATABASE_OWNER_PASSWORD'), application: needed('DATABASE_APP_PASSWORD') }
  const isNew = await createOwnDatabase(administration.href, DATABASE, passwords)
  console.log(isNew ? `database ${DATABASE} created` : `database ${DATABASE} is there`)

  const owner = new URL(administration)
  owner.username = OWNER_ROLE
  owner.password = encodeURIComponent(passwords.owner)
  owner.pathname = `/${DATABASE}`
  const migrations = readMigrations()
  const applied = await migrate(owner.href, migrations)
  for (const name of applied) console.log(`applied ${name}`)
  if (!applied.length) console.log(`up to date (${migrations.length} migrations)`)
}

try {
  await main()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
