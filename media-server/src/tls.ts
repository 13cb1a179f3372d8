// Certificates, read once at start: the own one for HTTPS without a proxy in front, and the authority to trust for signaling. What is
// wrong with the files is said in a sentence.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { ConfigError } from './ConfigError.ts'

export interface TlsFiles {
  cert: string
  key: string
}

export function tlsOf(certFile: string | undefined, keyFile: string | undefined): TlsFiles | undefined {
  if (!certFile && !keyFile) return undefined
  if (!certFile || !keyFile) throw new ConfigError('TLS_CERT_FILE and TLS_KEY_FILE must be set together.')
  const files = { cert: read('TLS_CERT_FILE', certFile), key: read('TLS_KEY_FILE', keyFile) }
  try {
    createSecureContext(files)
  } catch {
    throw new ConfigError('TLS_CERT_FILE and TLS_KEY_FILE must hold a certificate and its own key, both as PEM.')
  }
  return files
}

export function signalingCaOf(file: string | undefined, signalingUrl: string): string | undefined {
  if (!file) return undefined
  if (!signalingUrl.startsWith('https:'))
    throw new ConfigError(`SIGNALING_CA_FILE is set, but SIGNALING_URL is ${signalingUrl}, which has no certificate.`)
  const pem = read('SIGNALING_CA_FILE', file)
  try {
    new X509Certificate(pem)
  } catch {
    throw new ConfigError('SIGNALING_CA_FILE must hold a certificate as PEM.')
  }
  return pem
}

function read(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EACCES' ? 'may not be read by this user' : 'cannot be read'
    throw new ConfigError(`${variable} names ${file}, which ${why}.`)
  }
}
