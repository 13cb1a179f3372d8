// A client that writes its own frames: what the library would not send must harm neither the server nor anybody else.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openRawSocket, type RawSocket } from '../testing/rawSocket.ts'
import {
  command,
  connectMember,
  signIn,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'

let signaling: TestSignaling
let token: string
let raw: RawSocket
/** Another member, whose work must go on. */
let neighbour: TestSocket

beforeAll(async () => {
  signaling = await startTestSignaling()
  token = await signIn(signaling.server.url, 'dv04')
  neighbour = await connectMember(signaling.server.url, 'dv05')
  raw = await openRawSocket(signaling.server.url, token)
})
afterEach(async () => {
  expect(await neighbour.emitWithAck('subscribe', { streamId: signaling.meetingId })).toMatchObject({ ok: true })
  expect((await fetch(`${signaling.server.url}/healthz`)).status).toBe(200)
})
afterAll(async () => {
  raw.close()
  neighbour.disconnect()
  await signaling.stop()
})

/** A command's JSON with the payload written by hand. */
const withPayload = (payload: string, more = ''): string => {
  const { payload: _, ...envelope } = command('attendance.reportAbsence', signaling.meetingId)
  return `${JSON.stringify(envelope).slice(0, -1)},"payload":${payload}${more}}`
}
const malformed = (fields: string) => ({ ok: false, error: { code: 'REQUEST_MALFORMED', params: { fields } } })
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)

test.each<[string, string, string]>([
  ['a NUL character', '{"reason":"bận\\u0000việc"}', 'payload'],
  ['a NUL character in a key', '{"rea\\u0000son":"bận việc"}', 'payload'],
  ['half a surrogate pair', '{"reason":"bận \\ud800 việc"}', 'payload'],
  ['the other half', '{"reason":"bận \\udc00 việc"}', 'payload'],
  ['lists in lists without end', nested('[', ']', 50_000), 'payload'],
  ['objects in objects without end', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 'payload'],
  ['a poisoned prototype', '{"reason":"bận việc","__proto__":{"admin":true}}', '(body)'],
  ['a constructor', '{"reason":"bận việc","constructor":{"prototype":{}}}', '(body)'],
  ['a number beyond all numbers', '{"reason":1e999}', 'reason'],
])('a payload with %s is malformed', async (_what, payload, fields) => {
  expect(await raw.ask('command', withPayload(payload))).toEqual(malformed(fields))
})

test('a prototype beside the payload is malformed too, and nobody has become anything by it', async () => {
  expect(await raw.ask('command', withPayload('{"reason":"bận việc"}', ',"__proto__":{"x":1}'))).toEqual(
    malformed('(body)'),
  )
  expect(await raw.ask('subscribe', `{"streamId":"${signaling.meetingId}","__proto__":{"after":1}}`)).toEqual(
    malformed('(body)'),
  )
  expect({}).not.toHaveProperty('admin')
})

test('an id in capitals is the same id', async () => {
  const streamId = signaling.meetingId.toUpperCase()
  expect(await raw.ask('subscribe', JSON.stringify({ streamId }))).toMatchObject({
    ok: true,
    value: { streamId: signaling.meetingId },
  })
  const enter = command('attendance.enter', streamId, {}, { id: randomUUID().toUpperCase() })
  const before = raw.frames.length
  expect(await raw.ask('command', JSON.stringify(enter))).toMatchObject({
    ok: true,
    value: { streamId: signaling.meetingId },
  })
  await until(() => raw.frames.slice(before).some((frame) => frame.startsWith('42["events"')))
})

test('requests without an acknowledgement change nothing', async () => {
  const leave = JSON.stringify(command('attendance.leave', signaling.meetingId))
  const { position } = await headOf(neighbour)
  for (const frame of [`42["command",${leave}]`, '42["command"]', '42["unknown"]', '42["command",null,null,null]'])
    raw.send(frame)
  expect(await raw.ask('command', '{}')).toMatchObject({ ok: false })
  expect((await headOf(neighbour)).position).toEqual(position)
})

test('an acknowledgement in the wrong place, or of something never asked, is nobody’s', async () => {
  raw.send('4399[{"ok":true}]')
  expect(await raw.ask('command', '{},{},{}')).toMatchObject({ ok: false, error: { code: 'REQUEST_MALFORMED' } })
})

test.each<[string, string]>([
  ['no JSON', '42["command",{'],
  ['no list', '42{"command":1}'],
  ['no name', '42[]'],
  ['a reserved name', '421["disconnect",{}]'],
  ['an unknown type', '49["command"]'],
  ['binary parts that never come', '4599-["command",{"_placeholder":true,"num":0}]'],
  ['no frame', 'hello'],
])('a frame with %s costs the sender the line and nobody else', async (_what, frame) => {
  const own = await openRawSocket(signaling.server.url, token)
  own.send(frame)
  // What waits for binary parts is ended by the next text.
  own.send('421["command",{}]')
  await own.closed
})

test('what is larger than any request closes the line of the sender only', async () => {
  const own = await openRawSocket(signaling.server.url, token)
  own.send(`421["command",${JSON.stringify('x'.repeat(300 * 1024))}]`)
  await own.closed
  expect(own.frames.some((frame) => frame.startsWith('431'))).toBe(false)
  expect(await raw.ask('command', '{}')).toMatchObject({ ok: false })
})

async function headOf(socket: TestSocket) {
  const answer = await socket.emitWithAck('subscribe', { streamId: signaling.meetingId })
  if (!answer.ok || answer.value.kind !== 'snapshot') throw new Error('expected a snapshot')
  return answer.value
}
