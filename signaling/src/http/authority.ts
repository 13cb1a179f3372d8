// The certificate of an own authority, for the phones of a local network to install. It is public; people compare its
// fingerprint with the one that the terminal shows, because who asks for it cannot yet know whom they ask.
import { X509Certificate } from 'node:crypto'
import type { App } from './app.ts'
import { read } from './tls.ts'

/** @throws Error with a sentence */
export function authorityRoute(app: App, file: string): void {
  const certificate = derOf(read('CA_CERT_FILE', file))
  app.get('/ca.crt', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/x-x509-ca-cert').header('cache-control', 'no-cache').send(certificate),
  )
}

function derOf(pem: Buffer): Buffer {
  try {
    return new X509Certificate(pem).raw
  } catch {
    throw new Error('signaling cannot start: CA_CERT_FILE must hold a certificate as PEM.')
  }
}
