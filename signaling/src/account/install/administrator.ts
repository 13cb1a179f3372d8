// The first administrator of an installation, from the command line: docs/deployment.md says how.
import { parseArgs } from 'node:util'
import { printedCode } from '@hoi-truong/shared/account'
import { connectDatabase } from '../../database/client.ts'
import { openLog } from '../../log/openLog.ts'
import { createLog } from '../../ops/logger.ts'
import { createMetrics } from '../../ops/metrics.ts'
import { startFailure } from '../../startFailure.ts'
import { OneTimeCodes } from '../oneTimeCodes.ts'
import { installAdministrator } from './firstAdministrator.ts'
import { readWish, USAGE } from './wish.ts'

const wish = readWish(process.env, () => {
  const text = { type: 'string' } as const
  return parseArgs({ options: { code: text, organization: text, number: text, name: text } }).values
})
if (!wish) {
  process.stderr.write(USAGE)
  process.exit(1)
}
const database = connectDatabase(wish.databaseUrl)
try {
  const log = openLog(database, { graceSeconds: 30, renewSeconds: 3 }, createMetrics(), createLog('error'))
  const codes = new OneTimeCodes(wish.secret)
  const { slips, validUntil } = await installAdministrator(
    { database, log, codes, codeDays: wish.codeDays },
    wish.administrator,
  )
  for (const { memberNumber, name, code } of slips)
    process.stdout.write(`${name}, ${memberNumber}\n${printedCode(code)}\n(/activate, ${validUntil.slice(0, 10)})\n`)
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`)
  process.exitCode = 1
} finally {
  await database.$disconnect()
}
