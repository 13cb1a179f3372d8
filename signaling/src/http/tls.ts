// Certificate and key for HTTPS without a proxy in front, read once at start; what is wrong with them is said in a sentence.
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'

export interface TlsFiles {
  cert: Buffer
  key: Buffer
}

/** @throws Error with a sentence */
export function readTlsFiles(config: { TLS_CERT_FILE: string; TLS_KEY_FILE: string }): TlsFiles | undefined {
  if (!config.TLS_CERT_FILE) return undefined
  const files = { cert: read('TLS_CERT_FILE', config.TLS_CERT_FILE), key: read('TLS_KEY_FILE', config.TLS_KEY_FILE) }
  try {
    createSecureContext(files)
  } catch {
    throw new Error(
      'signaling cannot serve HTTPS: TLS_CERT_FILE and TLS_KEY_FILE must hold a certificate and its own key, both as PEM.',
    )
  }
  return files
}

export function read(variable: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EACCES' ? 'may not be read by this user' : 'cannot be read'
    throw new Error(`signaling cannot start: ${variable} names ${file}, which ${why}.`)
  }
}
