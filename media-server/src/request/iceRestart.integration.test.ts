// A browser whose network changes: it restarts ICE and goes on, also where only TCP gets through any more. The browser's ICE is done by hand.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { MediaServer } from '../server.ts'
import { peerOf } from '../testing/directTransports.ts'
import { type Candidate, type Credentials, connectIce, type IceConnection } from '../testing/iceClient.ts'
import { startTestServer } from '../testing/mediaTestServer.ts'
import { TestBrowser } from '../testing/TestBrowser.ts'
import { until } from '../testing/until.ts'

let server: MediaServer
let browser: TestBrowser
const opened: IceConnection[] = []

beforeAll(async () => {
  server = await startTestServer()
})

beforeEach(async () => {
  browser = await TestBrowser.joined(server)
})

afterEach(() => {
  for (const connection of opened.splice(0)) connection.close()
  TestBrowser.closeAll()
})

afterAll(() => server.stop())

const candidates = () => browser.room.receiveTransport.iceCandidates as Candidate[]

async function over(protocol: 'udp' | 'tcp'): Promise<IceConnection> {
  const candidate = candidates().find((one) => one.protocol === protocol)
  if (!candidate) throw new Error(`no candidate for ${protocol}`)
  const connection = await connectIce(candidate)
  opened.push(connection)
  return connection
}

const transport = () => peerOf(server, browser).receiveTransport.transport
const credentials = () => browser.room.receiveTransport.iceParameters as Credentials

async function restarted(): Promise<Credentials> {
  const { iceParameters } = await browser.ask('restartIce', { transportId: browser.room.receiveTransport.id })
  return iceParameters as Credentials
}

it('offers one port over UDP and TCP, UDP first', () => {
  const offered = candidates()
  const of = (protocol: string) => offered.filter((one) => one.protocol === protocol)
  expect(of('udp')).toHaveLength(1)
  expect(of('tcp')).toHaveLength(1)
  expect(of('tcp')[0]).toMatchObject({ tcpType: 'passive', address: of('udp')[0]?.address })
  expect(of('udp')[0]?.priority ?? 0).toBeGreaterThan(of('tcp')[0]?.priority ?? 0)
})

it('goes on over TCP alone after its network has changed, and over UDP again after that', async () => {
  const udp = await over('udp')
  expect(await udp.check(credentials())).toBe(true)
  await until(() => transport().iceSelectedTuple?.protocol === 'udp')

  const ofTcp = await restarted()
  const tcp = await over('tcp')
  expect(await tcp.check(ofTcp)).toBe(true)
  await until(() => transport().iceSelectedTuple?.protocol === 'tcp')
  expect(['connected', 'completed']).toContain(transport().iceState)

  const ofUdp = await restarted()
  expect(ofUdp).not.toEqual(ofTcp)
  const again = await over('udp')
  expect(await again.check(ofUdp)).toBe(true)
  await until(() => transport().iceSelectedTuple?.protocol === 'udp')
})

it('begins over TCP where UDP never gets through', async () => {
  const tcp = await over('tcp')
  expect(await tcp.check(credentials())).toBe(true)
  await until(() => transport().iceSelectedTuple?.protocol === 'tcp')
})

it('takes no check with credentials that it never gave', async () => {
  const udp = await over('udp')
  expect(await udp.check({ ...credentials(), password: 'made up by somebody else' })).toBe(false)
  expect(transport().iceSelectedTuple).toBeUndefined()
})
