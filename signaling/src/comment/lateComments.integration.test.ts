// Comments that come after the closing: kept with the branch once, read by its committee and by their author, by nobody else.
import { randomUUID } from 'node:crypto'
import type { LateComments } from '@hoi-truong/shared/comment'
import { verifyChain } from '@hoi-truong/shared/log'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEvents, readHead } from '../log/streamRows.ts'
import { command, member, signIn, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

let signaling: TestSignaling
const tokens: Record<string, string> = {}

beforeAll(async () => {
  signaling = await startTestSignaling()
  for (const who of ['dv01', 'dv02', 'dv04', 'dv14', 'dv18']) tokens[who] = await signIn(signaling.server.url, who)
})
afterAll(() => signaling.stop())

const ask = async (who: string, path: string, body?: object): Promise<Record<string, unknown>> => {
  const headers = { authorization: `Bearer ${tokens[who]}`, ...(body && { 'content-type': 'application/json' }) }
  const wish = { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) }
  const response = await fetch(`${signaling.server.url}/api/v1/${path}`, wish)
  return (await response.json()) as Record<string, unknown>
}
const give = (who: string, type: string, payload: object = {}, id: string = randomUUID()) =>
  ask(who, 'commands', { ...command(type, signaling.meetingId, payload), id })
const readLate = async (who: string) =>
  ((await ask(who, `meetings/${signaling.meetingId}/late-comments`)) as unknown as LateComments).comments

test('once, whatever has happened meanwhile; for the committee and the author', async () => {
  const { branchId } = signaling.sample
  const { meetingId } = signaling
  const late = { commentId: randomUUID(), subject: { kind: 'meeting' }, text: 'Đồng ý với dự thảo nghị quyết.' }
  const other = { ...late, commentId: randomUUID(), text: 'Đề nghị bổ sung kinh phí.' }
  const id = randomUUID()
  await give('dv01', 'meeting.open')
  await give('dv01', 'meeting.close')
  const first = await give('dv18', 'comment.post', late, id)
  expect(first).toMatchObject({ streamId: branchId })
  expect(await give('dv18', 'comment.post', late, id)).toEqual(first)
  // The answer was never heard, and the device has forgotten under which command it was sent.
  expect(await give('dv18', 'comment.post', late)).toMatchObject({ streamId: branchId })
  expect(await give('dv04', 'comment.post', late)).toMatchObject({ error: { code: 'COMMENT_ID_REUSED' } })
  expect(await give('dv04', 'comment.post', other)).toMatchObject({ streamId: branchId })
  const lost = { ...other, commentId: randomUUID(), subject: { kind: 'item', itemId: randomUUID() } }
  expect(await give('dv04', 'comment.post', lost)).toMatchObject({ error: { code: 'AGENDA_ITEM_UNKNOWN' } })

  await give('dv01', 'meeting.reopen')
  expect(await give('dv18', 'comment.post', late, id)).toEqual(first)
  expect(await give('dv18', 'comment.post', late)).toMatchObject({ streamId: branchId })
  const { state } = (await ask('dv18', `meetings/${meetingId}`)) as { state: { everyone: { comments: unknown[] } } }
  expect(state.everyone.comments).toEqual([])

  const kept = { ...late, meetingId, memberId: member('dv18'), when: 'after', fromAbsent: false }
  expect(await readLate('dv18')).toMatchObject([kept])
  expect(await readLate('dv02')).toMatchObject([kept, { text: other.text }])
  expect(await readLate('dv14')).toEqual([])
  expect(await readLate('dv04')).toMatchObject([{ text: other.text }])

  const { database } = signaling.server
  const head = await readHead(database, branchId)
  const entries = await readEvents(database, branchId, 0, head?.position.seq ?? 0)
  expect(verifyChain(branchId, entries)).toMatchObject({ ok: true })
  expect(await database.comment.count({ where: { meetingId, late: true } })).toBe(2)
})

test('what is posted in time stays where it is when it is sent again after the closing', async () => {
  const payload = { commentId: randomUUID(), subject: { kind: 'meeting' }, text: 'Gửi trong buổi sinh hoạt.' }
  expect(await give('dv18', 'comment.post', payload)).toMatchObject({ streamId: signaling.meetingId })
  await give('dv01', 'meeting.close')
  expect(await give('dv18', 'comment.post', payload)).toMatchObject({ streamId: signaling.meetingId })
  expect(await readLate('dv18')).toHaveLength(1)
})
