// HTTPS on both of the media-server's lines: browsers and operators reach it with its certificate, and it reaches signaling only where the
// authority that it was given vouches for it.
import { readFileSync } from 'node:fs'
import https from 'node:https'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { makeTestCertificates, type TestCertificates } from '../../scripts/testing/certificates.ts'
import type { MediaServer } from './server.ts'
import { FakeSignaling } from './testing/FakeSignaling.ts'
import { startTestServer, testConfig } from './testing/mediaTestServer.ts'
import { until } from './testing/until.ts'

let certificates: TestCertificates
let others: TestCertificates
let signaling: FakeSignaling
let server: MediaServer

beforeAll(async () => {
  certificates = await makeTestCertificates()
  others = await makeTestCertificates()
})
afterEach(async () => {
  await server.stop()
  await signaling.stop()
})
afterAll(() => {
  certificates.remove()
  others.remove()
})

async function start(signalingCa: string | undefined): Promise<void> {
  const tls = {
    cert: readFileSync(certificates.certificateFile, 'utf8'),
    key: readFileSync(certificates.keyFile, 'utf8'),
  }
  signaling = new FakeSignaling(testConfig.controlSecret, tls)
  await signaling.start()
  server = await startTestServer({ signalingUrl: signaling.url, signalingCa, tls })
}

const ask = (path: string) =>
  new Promise<string>((resolve, reject) => {
    https
      .get(`${server.url}${path}`, { ca: certificates.authority, agent: false }, (response) =>
        response.setEncoding('utf8').on('data', resolve),
      )
      .on('error', reject)
  })

it('serves with its certificate and finds signaling by the authority', async () => {
  await start(certificates.authority)
  expect(server.url).toMatch(/^https:/)
  expect(JSON.parse(await ask('/readyz'))).toMatchObject({ status: 'ready' })
  await until(() => server.control.connected)
  expect(JSON.parse(await ask('/readyz'))).toMatchObject({ signaling: 'connected' })
})

it.each([
  ['no authority', () => undefined],
  ['another authority', () => others.authority],
])('with %s, signaling never hears the secret', async (_what, authority) => {
  await start(authority())
  await until(() => signaling.refusals > 1)
  expect(signaling.handshakes).toEqual([])
  expect(server.control.connected).toBe(false)
})
