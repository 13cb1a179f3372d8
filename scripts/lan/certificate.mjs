// The certificate that signaling and media-server show: for every address of this machine, renewed when one is new or time runs out.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { ownNames } from './authority.mjs'
import { certificateFiles } from './files.mjs'
import * as x509 from './x509.mjs'

/** Apple takes at most 825 days from an authority that somebody installed. */
const LIFE = 397 * x509.DAY
const LEAST_LIFE = 30 * x509.DAY

/**
 * @param {string} folder @param {import('./authority.mjs').Authority} authority @param {string[]} addresses
 * @returns {Promise<boolean>} whether it had to be made
 */
export async function provideCertificate(folder, authority, addresses) {
  const names = namesFor(authority, addresses)
  const files = certificateFiles(folder)
  if (isGood(files, authority, names)) return false
  const { certificate, key } = await issue(authority, names)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  replace(files.key, key, 0o600)
  replace(files.certificate, certificate, 0o644)
  return true
}

/** @typedef {{ type: 'dns' | 'ip', value: string }} Name */

/** @param {import('./authority.mjs').Authority} authority @param {string[]} addresses @returns {Name[]} */
function namesFor(authority, addresses) {
  const hosts = ownNames().flatMap((name) => (name.includes('.') ? [name] : [name, `${name}.local`]))
  const dns = ['localhost', ...hosts].filter((host) =>
    authority.names.some((permitted) => host === permitted || host.endsWith(`.${permitted}`)),
  )
  const ip = ['127.0.0.1', ...[...new Set(addresses)].sort()]
  return [
    ...dns.map((value) => /** @type {const} */ ({ type: 'dns', value })),
    ...ip.map((value) => /** @type {const} */ ({ type: 'ip', value })),
  ]
}

/** @param {ReturnType<typeof certificateFiles>} files @param {import('./authority.mjs').Authority} authority @param {Name[]} names */
function isGood(files, authority, names) {
  try {
    const certificate = new X509Certificate(readFileSync(files.certificate, 'utf8'))
    const issuer = new X509Certificate(authority.certificate)
    return (
      certificate.validToDate.getTime() > Date.now() + LEAST_LIFE &&
      certificate.verify(issuer.publicKey) &&
      certificate.checkPrivateKey(createPrivateKey(readFileSync(files.key, 'utf8'))) &&
      certificate.subjectAltName === names.map(spelled).join(', ')
    )
  } catch {
    // Missing or damaged: it is made anew, nobody has to install this one.
    return false
  }
}

/** As Node.js shows it. @param {Name} name */
const spelled = ({ type, value }) => `${type === 'dns' ? 'DNS' : 'IP Address'}:${value}`

/** @param {import('./authority.mjs').Authority} authority @param {Name[]} names */
async function issue(authority, names) {
  const issuer = new x509.X509Certificate(authority.certificate)
  const keys = await x509.newKeys()
  const now = Date.now()
  const certificate = await x509.X509CertificateGenerator.create({
    subject: [{ CN: ['Hội Trường'] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey: await x509.keyFromPem(authority.key),
    signingAlgorithm: x509.ALGORITHM,
    notBefore: new Date(now - x509.DAY),
    notAfter: new Date(Math.min(now + LIFE, issuer.notAfter.getTime())),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return { certificate: `${certificate.toString('pem')}\n`, key: await x509.keyToPem(keys.privateKey) }
}

/** @param {string} file @param {string} text @param {number} mode */
function replace(file, text, mode) {
  writeFileSync(`${file}.new`, text, { mode })
  renameSync(`${file}.new`, file)
}
