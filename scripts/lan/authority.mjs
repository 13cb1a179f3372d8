// The certificate authority that phones of the local network install once. It outlives clones and their data, so that nobody has to
// install it twice. Whoever steals its key can speak for the names that it may sign: only local ones, and addresses.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { codeOf, Problem } from '../lib/problem.mjs'
import { authorityFiles } from './files.mjs'
import * as x509 from './x509.mjs'

const YEARS = 10
/** Below this much life it is replaced: a certificate of a month is no use to anybody. */
const LEAST_LIFE = 60 * x509.DAY
const NAME_CONSTRAINTS = '2.5.29.30'

/**
 * @typedef {object} Authority
 * @property {string} certificate PEM
 * @property {string} key PEM
 * @property {string[]} names that it may sign, each with all that ends in it
 */

/** @param {string} folder @returns {Promise<{ authority: Authority, isNew: boolean }>} */
export async function provideAuthority(folder) {
  const known = readAuthority(folder)
  if (known && new X509Certificate(known.certificate).validToDate.getTime() > Date.now() + LEAST_LIFE)
    return { authority: known, isNew: false }
  if (known) rmSync(folder, { recursive: true, force: true })
  await createAuthority(folder)
  const authority = readAuthority(folder)
  if (!authority) throw new Problem(`The certificate authority was made, but is not in ${folder}.`)
  return { authority, isNew: true }
}

/** @param {string} folder @returns {Authority | undefined} */
function readAuthority(folder) {
  const files = authorityFiles(folder)
  if (!existsSync(files.certificate) && !existsSync(files.key)) return undefined
  try {
    chmodSync(files.key, 0o600)
    const [certificate, key] = [readFileSync(files.certificate, 'utf8'), readFileSync(files.key, 'utf8')]
    if (new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)))
      return { certificate, key, names: permittedNames(certificate) }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EACCES' || code === 'EPERM') throw error
  }
  throw new Problem(
    `The certificate authority in ${folder} is damaged. Delete that folder: the next start makes a new one, which every phone has to install again.`,
  )
}

/** Whole or not at all, as two starts may come at the same moment; who is second takes what the first made. @param {string} folder */
async function createAuthority(folder) {
  const name = [{ CN: [`Hội Trường (${hostname()})`], O: ['Hội Trường'] }]
  const keys = await x509.newKeys()
  const now = Date.now()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    signingAlgorithm: x509.ALGORITHM,
    // A phone whose clock is behind should not have to wait.
    notBefore: new Date(now - x509.DAY),
    notAfter: new Date(now + YEARS * 365 * x509.DAY),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.Extension(NAME_CONSTRAINTS, true, nameConstraints(['localhost', 'local', ...ownNames()])),
    ],
  })
  mkdirSync(path.dirname(folder), { recursive: true })
  const unfinished = mkdtempSync(`${folder}.`)
  const files = authorityFiles(unfinished)
  writeFileSync(files.certificate, `${certificate.toString('pem')}\n`)
  writeFileSync(files.key, await x509.keyToPem(keys.privateKey), { mode: 0o600 })
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
  }
}

/** @returns {string[]} the name of this machine, where it can stand in a certificate */
export function ownNames() {
  const name = hostname().toLowerCase()
  return /^[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?$/.test(name) && name !== 'localhost' ? [name] : []
}

/**
 * NameConstraints (RFC 5280, 4.2.1.10) as DER: the library has no class for them. Addresses are left free, as those of local networks
 * change and nobody is known by a bare address outside.
 * @param {string[]} names
 */
function nameConstraints(names) {
  const subtrees = names.map((name) => der(0x30, der(0x82, Buffer.from(name, 'ascii'))))
  return der(0x30, der(0xa0, Buffer.concat(subtrees)))
}

/** @param {number} tag @param {Buffer} content */
function der(tag, content) {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

/** @param {string} certificate */
function permittedNames(certificate) {
  const candidates = ['localhost', 'local', ...ownNames()]
  const extension = new x509.X509Certificate(certificate).getExtension(NAME_CONSTRAINTS)
  if (!extension) return candidates
  const value = Buffer.from(extension.value)
  return candidates.filter((name) => value.includes(der(0x82, Buffer.from(name, 'ascii'))))
}
