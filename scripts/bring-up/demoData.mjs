// The invented branch that a new installation shows.
import path from 'node:path'
import { withClient } from '../database/roles.mjs'
import { databaseIdentity } from '../database/server.mjs'
import { runCommand } from '../lib/command.mjs'
import { inProject } from '../lib/project.mjs'
import { hashOf, isStamped, stamp } from '../lib/stamp.mjs'
import { did, upToDate } from '../lib/steps.mjs'
import { node24 } from './node24.mjs'

/** `sinh_hoat.chi_bo` of signaling/src/demo/sample-meeting.json. */
const DEMO_BRANCH = '99.000.001.000.002'

/**
 * @param {object} options
 * @param {string} options.dataFolder where it is kept that the work is done
 * @param {string} options.ownerUrl
 * @param {string} options.appUrl
 * @param {string} options.password of the demo accounts
 * @param {string} options.documentFolder
 * @param {NodeJS.ProcessEnv} options.env
 */
export async function seedDemoData({ dataFolder, ownerUrl, appUrl, password, documentFolder, env }) {
  const { DATABASE_URL: _owner, ...rest } = env
  const product = path.join(dataFolder, 'demo-data')
  const sources = [inProject('signaling/src/demo'), inProject('signaling/prisma/schema.prisma')]
  const hash = hashOf(sources, await databaseIdentity(ownerUrl), password)
  if (isStamped(product, hash) && (await hasMeetingToJoin(ownerUrl))) return upToDate()
  await runCommand(
    'The demo data could not be written. What is wrong stands below.',
    node24(),
    [inProject('signaling/src/demo/seed.ts')],
    {
      env: {
        ...rest,
        DATABASE_APP_URL: appUrl,
        DEMO_PASSWORD: password,
        DOCUMENT_DIR: env.DOCUMENT_DIR || documentFolder,
      },
    },
  )
  stamp(product, hash)
  return did()
}

/** Once the demo meeting is closed, the next start lays another one. @param {string} url */
async function hasMeetingToJoin(url) {
  const { rowCount } = await withClient(url, (client) =>
    // Of the branch of the demo: its neighbours have meetings as well, for officers above to look at.
    client.query(
      `select from meeting m join organization o on o.id = m.organization_id
      where o.code = $1 and m.status <> 'closed' and not m.practice limit 1`,
      [DEMO_BRANCH],
    ),
  )
  return Boolean(rowCount)
}
