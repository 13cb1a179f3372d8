// HTTPS without a proxy: served with the given certificate, and what is wrong with the files is said before anybody connects.
import { writeFileSync } from 'node:fs'
import https from 'node:https'
import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeTestCertificates, type TestCertificates } from '../../../scripts/testing/certificates.ts'
import { createLog } from '../ops/logger.ts'
import { type App, createApp } from './app.ts'
import { authorityRoute } from './authority.ts'
import { readTlsFiles } from './tls.ts'

let certificates: TestCertificates
let files: { TLS_CERT_FILE: string; TLS_KEY_FILE: string }
let app: App | undefined

beforeAll(async () => {
  certificates = await makeTestCertificates()
  files = { TLS_CERT_FILE: certificates.certificateFile, TLS_KEY_FILE: certificates.keyFile }
})
afterEach(() => app?.close())
afterAll(() => certificates.remove())

async function listen(): Promise<number> {
  const log = createLog('silent')('http')
  app = await createApp({ log, trustProxy: false, secure: false, tls: readTlsFiles(files) })
  authorityRoute(app, certificates.authorityFile)
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
}

test('who trusts the authority can ask, and gets the authority itself for the next device', async () => {
  const port = await listen()
  const ca = certificates.authority
  const answer = await new Promise<{ type: string | undefined; hsts: boolean; body: Buffer }>((resolve, reject) => {
    https
      .get({ host: '127.0.0.1', port, path: '/ca.crt', ca, agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            type: response.headers['content-type'],
            hsts: 'strict-transport-security' in response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
      .on('error', reject)
  })
  expect(answer.type).toBe('application/x-x509-ca-cert')
  expect(answer.hsts).toBe(false)
  expect(`-----BEGIN CERTIFICATE-----\n${answer.body.toString('base64')}`).toContain(
    ca.replaceAll(/-----.*-----|\s/g, ''),
  )
})

test.each([
  ['plain HTTP', 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'],
  ['nonsense', '\0'.repeat(300)],
])('%s on the HTTPS port: the line is closed, the next one is served', async (_what, bytes) => {
  const port = await listen()
  await new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.resume()
  })
  const status = await new Promise<number | undefined>((resolve, reject) => {
    https
      .get({ host: '127.0.0.1', port, path: '/ca.crt', ca: certificates.authority, agent: false }, (response) =>
        resolve(response.resume().statusCode),
      )
      .on('error', reject)
  })
  expect(status).toBe(200)
})

test('nothing is read where nothing is named', () => {
  expect(readTlsFiles({ TLS_CERT_FILE: '', TLS_KEY_FILE: '' })).toBeUndefined()
})

test('what is wrong with the files is a sentence that names the variable', async () => {
  const wrong = path.join(certificates.folder, 'wrong.pem')
  writeFileSync(wrong, 'nonsense')
  expect(() => readTlsFiles({ ...files, TLS_KEY_FILE: path.join(certificates.folder, 'none') })).toThrow(
    /TLS_KEY_FILE names .*none/,
  )
  expect(() => readTlsFiles({ ...files, TLS_CERT_FILE: wrong })).toThrow('a certificate and its own key')
  expect(() => readTlsFiles({ ...files, TLS_KEY_FILE: path.join(certificates.folder, 'authority', 'ca.key') })).toThrow(
    'its own key',
  )
  const plain = await createApp({ log: createLog('silent')('http'), trustProxy: false, secure: false })
  expect(() => authorityRoute(plain, wrong)).toThrow('CA_CERT_FILE must hold a certificate')
  expect(() => authorityRoute(plain, path.join(certificates.folder, 'none'))).toThrow('CA_CERT_FILE names')
})
