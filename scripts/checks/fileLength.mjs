// A file of more than 400 lines holds two things that belong into two files.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inProject, root } from '../lib/project.mjs'

const LIMIT = 400
const folders = ['shared', 'media-server', 'signaling', 'web', 'scripts', 'e2e']
const code = /[.](ts|tsx|mjs|cjs|js|css|sql|h)$/
const made = new Set(['node_modules', 'dist', 'generated'])

/** @param {string} folder @returns {string[]} */
function codeIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !made.has(name))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) return codeIn(file)
      return code.test(entry.name) ? [file] : []
    })
}

const files = folders.flatMap((folder) => codeIn(inProject(folder)))
const tooLong = files
  .map((file) => ({ file: path.relative(root, file), lines: readFileSync(file, 'utf8').trimEnd().split('\n').length }))
  .filter(({ lines }) => lines > LIMIT)
for (const { file, lines } of tooLong) console.error(`${file} has ${lines} lines, at most ${LIMIT} are allowed`)
process.exitCode = tooLong.length ? 1 : 0
