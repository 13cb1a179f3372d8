// The web app as the browser loads it, built when what it is built from has changed.
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../lib/command.mjs'
import { inProject, toolEnvironment } from '../lib/project.mjs'
import { hashOf, isStamped, stamp } from '../lib/stamp.mjs'
import { did, upToDate } from '../lib/steps.mjs'
import { node24 } from './node24.mjs'

/** @param {(text: string) => void} say */
export async function buildWeb(say) {
  const product = inProject('web/dist')
  const sources = ['web', 'shared', 'tsconfig.base.json', 'package-lock.json'].map((source) => inProject(source))
  const hash = hashOf(sources, 'production')
  if (isStamped(product, hash)) return upToDate()
  say('vite build')
  await runCommand(
    'The web app could not be built. What is wrong stands below.',
    node24(),
    [inProject('node_modules/vite/bin/vite.js'), 'build'],
    {
      cwd: inProject('web'),
      env: { ...toolEnvironment(), NODE_ENV: 'production' },
      // What each page weighs is worth reading at every build.
      onLine: (line) => line.includes('(budget ') && say(line.replace(/^.*\] /, '')),
    },
  )
  stamp(product, hash)
  return did(`${(sizeOf(product) / 1024).toFixed(0)} kB`)
}

/** @param {string} folder @returns {number} bytes */
function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(folder, file)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size }) => sum + size, 0)
}
