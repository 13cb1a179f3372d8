// What is held back and joined must arrive as if it had been sent one by one: each view in order, without a gap, and with no more than
// it may read. Over real sockets, as rooms and exceptions are socket.io's business.
import { createServer, type Server as HttpServer } from 'node:http'
import {
  type Audience,
  audienceOfMember,
  chainEvent,
  GENESIS,
  isReadable,
  type LogEntry,
  type LogEvent,
  type Viewer,
  verifyChain,
} from '@hoi-truong/shared/log'
import type { GatewayClientToServer, GatewayServerToClient } from '@hoi-truong/shared/protocol'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CommittedBatch } from '../log/publisher.ts'
import { fanOut, pauseAfter, roomsOf } from './fanOut.ts'
import { closeGatewayServer, createGatewayServer, type GatewayServer } from './gatewayServer.ts'
import { PacedPublication } from './pacedPublication.ts'

const STREAM = 'stream'
const NOBODY_WAITS_SO_LONG_MS = 3_600_000

let http: HttpServer
let gateway: GatewayServer

beforeEach(async () => {
  http = createServer()
  gateway = createGatewayServer(http, 3)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
})
afterEach(() => gateway.close())

type Page = Socket<GatewayServerToClient, GatewayClientToServer>

/** A page of a viewer, what it has got so far, and when its connection ended. */
async function open(viewer: Viewer) {
  const address = http.address()
  const port = typeof address === 'object' ? address?.port : 0
  const page: Page = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false, forceNew: true })
  const entries: LogEntry[] = []
  const got = { entries, messages: 0, closed: new Promise((resolve) => page.once('disconnect', resolve)) }
  page.on('events', (message) => {
    entries.push(...message.entries)
    got.messages += 1
  })
  gateway.once('connection', (socket) => void socket.join(roomsOf(STREAM, viewer)))
  await new Promise<void>((resolve) => page.once('connect', resolve))
  return got
}

/** Batches of one event each, for these audiences in turn. */
function batches(audiences: readonly Audience[]): CommittedBatch[] {
  let head: { seq: number; hash: string } = GENESIS
  return audiences.map((audience, index) => {
    const draft = { type: 'said', version: 1, audience, payload: { to: audience } }
    const at = new Date(index).toISOString()
    const event: LogEvent = chainEvent(STREAM, head, draft, { actorId: null, at, salt: '0'.repeat(32) })
    head = { seq: event.seq, hash: event.hash }
    return { snapshot: { streamId: STREAM, position: head } as CommittedBatch['snapshot'], entries: [event] }
  })
}

const readable = (entries: readonly LogEntry[]) => entries.flatMap((entry) => (isReadable(entry) ? [entry.seq] : []))

it('joined or not, each view gets everything in order and reads what is for it; the end leaves nothing behind', async () => {
  const [lan, mai] = ['lan', 'mai']
  const pages = {
    bureau: await open({ memberId: 'chair', bureau: true }),
    lanInBureau: await open({ memberId: lan, bureau: true }),
    lan: await open({ memberId: lan, bureau: false }),
    lansPhone: await open({ memberId: lan, bureau: false }),
    mai: await open({ memberId: mai, bureau: false }),
    other: await open({ memberId: 'other', bureau: false }),
  }
  const errors: unknown[] = []
  const publication = new PacedPublication({
    send: (batch) => fanOut(gateway, batch),
    pauseMs: () => NOBODY_WAITS_SO_LONG_MS,
    onError: (error) => errors.push(error),
  })
  const audiences: Audience[] = [
    'everyone',
    'bureau',
    audienceOfMember(lan),
    'everyone',
    audienceOfMember(mai),
    'bureau',
    audienceOfMember(lan),
    'everyone',
  ]
  for (const batch of batches(audiences)) publication.take(batch)
  publication.end()
  await closeGatewayServer(gateway, http)

  for (const page of Object.values(pages)) {
    await page.closed
    expect(page.messages).toBe(2)
    expect(page.entries.map(({ seq }) => seq)).toEqual(audiences.map((_, index) => index + 1))
    expect(verifyChain(STREAM, page.entries)).toMatchObject({ ok: true })
  }
  const forEveryone = [1, 4, 8]
  const sorted = (...seqs: number[]) => seqs.toSorted((a, b) => a - b)
  expect(readable(pages.bureau.entries)).toEqual(sorted(...forEveryone, 2, 6))
  expect(readable(pages.lanInBureau.entries)).toEqual(sorted(...forEveryone, 2, 6, 3, 7))
  expect(readable(pages.lan.entries)).toEqual(sorted(...forEveryone, 3, 7))
  expect(readable(pages.lansPhone.entries)).toEqual(sorted(...forEveryone, 3, 7))
  expect(readable(pages.mai.entries)).toEqual(sorted(...forEveryone, 5))
  expect(readable(pages.other.entries)).toEqual(forEveryone)
  expect(errors).toEqual([])
})

it('pauses the longer the more screens follow, and never long', async () => {
  const pause = () => pauseAfter(gateway, STREAM)
  expect(pause()).toBe(0)
  await open({ memberId: 'lan', bureau: true })
  const one = pause()
  await open({ memberId: 'mai', bureau: false })
  expect(one).toBeGreaterThan(0)
  expect(pause()).toBe(2 * one)
  const { rooms } = gateway.of('/').adapter
  rooms.set(
    roomsOf(STREAM, { memberId: null, bureau: false })[0] ?? '',
    new Set(Array.from({ length: 100_000 }, (_, id) => String(id))),
  )
  expect(pause()).toBe(100)
})
