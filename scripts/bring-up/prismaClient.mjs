// Prisma's client for signaling, generated from the schema.
import { runCommand } from '../lib/command.mjs'
import { inProject, toolEnvironment } from '../lib/project.mjs'
import { hashOf, isStamped, stamp } from '../lib/stamp.mjs'
import { did, upToDate } from '../lib/steps.mjs'
import { node24 } from './node24.mjs'

/** @param {(text: string) => void} say */
export async function generatePrismaClient(say) {
  const product = inProject('signaling/src/generated/prisma')
  const hash = hashOf([
    inProject('signaling/prisma/schema.prisma'),
    inProject('signaling/prisma.config.ts'),
    inProject('node_modules/prisma/package.json'),
  ])
  if (isStamped(product, hash)) return upToDate()
  say('prisma generate')
  await runCommand(
    'The database client could not be generated from signaling/prisma/schema.prisma. What is wrong stands below.',
    node24(),
    [inProject('node_modules/prisma/build/index.js'), 'generate'],
    // Prisma would look for a newer version of itself on the Internet.
    {
      cwd: inProject('signaling'),
      env: { ...toolEnvironment(), CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  )
  stamp(product, hash)
  return did()
}
