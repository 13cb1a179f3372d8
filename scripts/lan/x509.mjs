// The certificate library with what it needs to run. Keys are ECDSA P-256: every phone that can join takes them.
import 'reflect-metadata'
import { createPrivateKey } from 'node:crypto'

export * from '@peculiar/x509'

export const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
export const DAY = 24 * 3600 * 1000

export const newKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])

/** @param {CryptoKey} key @returns {Promise<string>} */
export async function keyToPem(key) {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key))
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString()
}

/** @param {string} pem */
export function keyFromPem(pem) {
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' })
  return crypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign'])
}
