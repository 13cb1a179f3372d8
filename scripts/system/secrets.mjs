// Passwords and signing keys of one copy of the project, made at its first start and known to nobody else.
import { randomBytes, randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, Problem } from '../lib/problem.mjs'

/** Nothing that is mistaken for another when read aloud or from paper. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789'

const makers = {
  superuserPassword: key,
  ownerPassword: key,
  applicationPassword: key,
  accessTokenSecret: key,
  grantSecret: key,
  controlSecret: key,
  demoPassword: () => [4, 4, 4].map((length) => legible(length)).join('-'),
}

/** @typedef {Record<keyof typeof makers, string>} Secrets */

/** @param {string} folder @returns {Secrets} */
export function provideSecrets(folder) {
  const file = path.join(folder, 'secrets.json')
  const known = readSecrets(file)
  /** @type {Record<string, string>} */
  const secrets = {}
  for (const [name, make] of Object.entries(makers)) secrets[name] = known[name] ?? make()
  if (Object.keys(makers).some((name) => known[name] === undefined)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return /** @type {Secrets} */ (secrets)
}

/** @param {string} file @returns {Record<string, string | undefined>} */
function readSecrets(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {}
    if (!(error instanceof SyntaxError)) throw error
    throw new Problem(`${file} cannot be read as JSON. Put it right, or delete the folder it is in to begin anew.`)
  }
}

function key() {
  return randomBytes(32).toString('hex')
}

/** @param {number} length */
function legible(length) {
  return Array.from({ length }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')
}
