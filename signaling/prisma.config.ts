// Prisma's command line, for those who write migrations. Its schema engine is our own (WASM from npm): naming it here,
// before Prisma looks for one, means that nothing is downloaded.
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('../scripts/database/schema-engine.mjs', import.meta.url),
)
process.env.CHECKPOINT_DISABLE ??= '1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL
    ? { datasource: { url: process.env.DATABASE_URL, shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL } }
    : {}),
})
