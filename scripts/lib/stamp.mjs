// A stamp says from what a product was made, so that making it again is skipped. It lies inside the product: whoever
// deletes the product deletes the stamp.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Hash over the contents and names of files and folders (whole, but for what is made, not written).
 * @param {string[]} sources absolute paths; one that is missing counts as missing
 * @param {...string} facts whatever else the product depends on
 */
export function hashOf(sources, ...facts) {
  const hash = createHash('sha256')
  for (const fact of facts) hash.update(`fact ${fact.length} ${fact}\n`)
  for (const source of sources) for (const file of filesIn(source)) addFile(hash, source, file)
  return hash.digest('hex')
}

const made = new Set(['node_modules', 'dist', 'generated', '.tsbuild', '.data', '.stamp'])

/** @param {string} source @returns {string[]} in a fixed order */
function filesIn(source) {
  let entries
  try {
    entries = readdirSync(source, { withFileTypes: true })
  } catch {
    return [source]
  }
  return entries
    .filter((entry) => !made.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(source, entry.name)
      return entry.isDirectory() ? filesIn(file) : [file]
    })
}

/** @param {import('node:crypto').Hash} hash @param {string} source @param {string} file */
function addFile(hash, source, file) {
  let content
  try {
    content = readFileSync(file)
  } catch {
    hash.update('missing\n')
    return
  }
  hash.update(`file ${path.relative(path.dirname(source), file)} ${content.length}\n`).update(content)
}

/** @param {string} product folder @param {string} hash */
export function isStamped(product, hash) {
  try {
    return readFileSync(path.join(product, '.stamp'), 'utf8') === hash
  } catch {
    return false
  }
}

/** @param {string} product folder @param {string} hash */
export function stamp(product, hash) {
  mkdirSync(product, { recursive: true })
  writeFileSync(path.join(product, '.stamp'), hash)
}
