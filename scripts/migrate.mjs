// Brings a database to the newest schema: DATABASE_URL=postgresql://owner:...@host/database node scripts/migrate.mjs
import { migrate, readMigrations } from './database/migrations.mjs'
import { explain } from './lib/problem.mjs'

const url = process.env.DATABASE_URL
if (!url) {
  console.error('Set DATABASE_URL to the address of the database, with the role that owns its tables.')
  process.exit(1)
}
try {
  const migrations = readMigrations()
  const applied = await migrate(url, migrations)
  for (const name of applied) console.log(`applied ${name}`)
  console.log(applied.length ? `${applied.length} migrations applied` : `up to date (${migrations.length} migrations)`)
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
