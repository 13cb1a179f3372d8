// Lays the demo data from the command line: `node signaling/src/demo/seed.ts`.
import { z } from 'zod'
import { connectDatabase, isUnreachable } from '../database/client.ts'
import { openLog } from '../log/openLog.ts'
import { createLog } from '../ops/logger.ts'
import { createMetrics } from '../ops/metrics.ts'
import { layDemoData } from './layDemoData.ts'
import { layDocuments } from './layDocuments.ts'
import { layNeighbours } from './layNeighbours.ts'
import { layPolls } from './layPolls.ts'

const unset = z.string().default('')
const environment = z
  .object({
    DATABASE_APP_URL: z.url(),
    DEMO_PASSWORD: z.string().min(8),
    // As signaling has them; without the folder there are no documents.
    DOCUMENT_DIR: unset,
    DOCUMENT_S3_ENDPOINT: unset,
    DOCUMENT_S3_BUCKET: unset,
    DOCUMENT_S3_REGION: z.string().default('us-east-1'),
    DOCUMENT_S3_ACCESS_KEY: unset,
    DOCUMENT_S3_SECRET_KEY: unset,
  })
  .safeParse(process.env)
if (!environment.success) {
  process.stderr.write('The demo data needs DATABASE_APP_URL and DEMO_PASSWORD (at least 8 characters).\n')
  process.exit(1)
}
const database = connectDatabase(environment.data.DATABASE_APP_URL)
try {
  const sample = await layDemoData(database, environment.data.DEMO_PASSWORD)
  const timing = { graceSeconds: 30, renewSeconds: 3 }
  const { pipeline } = openLog(database, timing, createMetrics(), createLog('error'))
  await layNeighbours(database, pipeline, sample, environment.data.DEMO_PASSWORD)
  await layPolls(database, pipeline, sample)
  if (environment.data.DOCUMENT_DIR) await layDocuments(database, pipeline, sample, environment.data)
} catch (error) {
  const reason = isUnreachable(error) ? 'PostgreSQL cannot be reached at DATABASE_APP_URL' : (error as Error).message
  process.stderr.write(`The demo data could not be laid: ${reason}.\n`)
  process.exitCode = 1
} finally {
  await database.$disconnect()
}
