// Comments before and during a meeting: who wrote from outside, what may be taken back, what is said to be read, and that nobody is present
// by a comment.
import { randomUUID } from 'node:crypto'
import { membersPresent, rollCall } from '@hoi-truong/shared/attendance'
import { COMMENTS_OF_ONE } from '@hoi-truong/shared/comment'
import type { DocumentFacts } from '@hoi-truong/shared/document'
import { verifyChain } from '@hoi-truong/shared/log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownCommand } from '../log/ownCommand.ts'
import { asMember } from '../testing/log.ts'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'
import { actualTables, expectedTables } from '../testing/tables.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const about = { kind: 'meeting' } as const
const comment = (more: object = {}) => ({
  commentId: randomUUID() as string,
  subject: about as object,
  text: 'Đề nghị làm rõ thời hạn hoàn thành.',
  ...more,
})
/** Posted by that member; its id. */
async function posted(meeting: TestMeeting, who: string, more: object = {}): Promise<string> {
  const payload = comment(more)
  expect(await meeting.give(who, 'comment.post', payload)).toBe('ok')
  return payload.commentId
}
const one = async (meeting: TestMeeting, id: string) =>
  (await meeting.state()).comments.find(({ commentId }) => commentId === id)
const mark = (meeting: TestMeeting, who: string, commentId: string, readOut = true) =>
  meeting.give(who, 'comment.markReadOut', { commentId, readOut })
const withdraw = (meeting: TestMeeting, who: string, commentId: string) =>
  meeting.give(who, 'comment.withdraw', { commentId })
const events = async (meeting: TestMeeting) => (await meetings.log.entries(meeting.id)).length

describe('when', () => {
  test('a draft is commented on by nobody, not by the committee either', async () => {
    const meeting = await meetings.drafted()
    expect(await meeting.give('dv02', 'comment.post', comment())).toBe('MEETING_NOT_ANNOUNCED')
    expect(await meeting.give('dv18', 'comment.post', comment())).toBe('MEETING_NOT_MEMBER')
  })

  test('before the opening, from the room, from outside', async () => {
    const meeting = await meetings.announced()
    const ahead = await posted(meeting, 'dv18')
    expect(await meeting.give('dv01', 'meeting.open')).toBe('ok')
    await meeting.give('dv04', 'attendance.enter')
    const inside = await posted(meeting, 'dv04')
    const outside = await posted(meeting, 'dv18')
    expect(await one(meeting, ahead)).toMatchObject({ when: 'before', fromAbsent: false, memberId: member('dv18') })
    expect(await one(meeting, inside)).toMatchObject({ when: 'during', fromAbsent: false })
    expect(await one(meeting, outside)).toMatchObject({ when: 'during', fromAbsent: true })
  })

  test('from a site is from the meeting; after leaving it is not', async () => {
    const meeting = await meetings.opened()
    const [site] = meeting.plan.sites
    const ticked = { siteId: site?.siteId, memberIds: [member('dv06')] }
    expect(await meeting.give('dv14', 'attendance.checkInAtSite', ticked)).toBe('ok')
    expect(await one(meeting, await posted(meeting, 'dv06'))).toMatchObject({ fromAbsent: false })
    expect(await meeting.give('dv14', 'attendance.checkOutAtSite', ticked)).toBe('ok')
    expect(await one(meeting, await posted(meeting, 'dv06'))).toMatchObject({ fromAbsent: true })
  })

  test('on a meeting that does not take place by nobody', async () => {
    const meeting = await meetings.announced()
    const before = await posted(meeting, 'dv18')
    await meeting.give('dv01', 'meeting.cancel', { reason: 'Bão số 9' })
    expect(await meeting.give('dv18', 'comment.post', comment())).toBe('MEETING_CANCELLED')
    expect(await mark(meeting, 'dv01', before)).toBe('MEETING_CANCELLED')
  })
})

test('the same comment again is there already; another one under its id is refused', async () => {
  const meeting = await meetings.opened()
  const payload = comment()
  expect(await meeting.give('dv18', 'comment.post', payload)).toBe('ok')
  const before = await events(meeting)
  expect(await meeting.give('dv18', 'comment.post', payload)).toBe('ok')
  // Typed by another keyboard: the same letters.
  expect(await meeting.give('dv18', 'comment.post', { ...payload, text: payload.text.normalize('NFD') })).toBe('ok')
  expect(await events(meeting)).toBe(before)
  expect(await meeting.give('dv18', 'comment.post', { ...payload, text: 'Khác' })).toBe('COMMENT_ID_REUSED')
  expect(await meeting.give('dv17', 'comment.post', payload)).toBe('COMMENT_ID_REUSED')
})

test('an item and a document must be there', async () => {
  const meeting = await meetings.announced()
  const [item] = meeting.plan.agenda
  const onItem = { kind: 'item', itemId: item?.itemId }
  expect(await one(meeting, await posted(meeting, 'dv18', { subject: onItem }))).toMatchObject({ subject: onItem })
  const onNone = { subject: { kind: 'item', itemId: randomUUID() } }
  expect(await meeting.give('dv18', 'comment.post', comment(onNone))).toBe('AGENDA_ITEM_UNKNOWN')
  const facts: DocumentFacts = {
    documentId: randomUUID(),
    itemId: null,
    name: 'Dự thảo nghị quyết.pdf',
    type: 'pdf',
    bytes: 1,
    sha256: '0'.repeat(64),
    pages: 1,
  }
  const onDocument = { subject: { kind: 'document', documentId: facts.documentId } }
  expect(await meeting.give('dv18', 'comment.post', comment(onDocument))).toBe('DOCUMENT_UNKNOWN')
  const [node] = meetings.log.nodes
  await node.pipeline.submit({ ...ownCommand('document.post', meeting.id, facts), actor: asMember(member('dv01')) })
  await posted(meeting, 'dv18', onDocument)
})

test('taken back by its author until it was read out, and not after the closing', async () => {
  const meeting = await meetings.opened()
  const first = await posted(meeting, 'dv18')
  expect(await withdraw(meeting, 'dv17', first)).toBe('FORBIDDEN')
  expect(await withdraw(meeting, 'dv18', randomUUID())).toBe('COMMENT_UNKNOWN')
  expect(await withdraw(meeting, 'dv18', first)).toBe('ok')
  expect(await withdraw(meeting, 'dv18', first)).toBe('ok')
  expect(await mark(meeting, 'dv01', first)).toBe('COMMENT_WITHDRAWN')
  const second = await posted(meeting, 'dv18')
  expect(await mark(meeting, 'dv14', second)).toBe('ok')
  expect(await withdraw(meeting, 'dv18', second)).toBe('COMMENT_READ_OUT')
  const third = await posted(meeting, 'dv18')
  await meeting.give('dv01', 'meeting.close')
  expect(await withdraw(meeting, 'dv18', third)).toBe('MEETING_CLOSED')
})

test('read out by the word of the chair or the minutes secretary, set back by a second press, also after the closing', async () => {
  const meeting = await meetings.announced()
  const id = await posted(meeting, 'dv18')
  expect(await mark(meeting, 'dv01', id)).toBe('MEETING_NOT_OPEN')
  await meeting.give('dv01', 'meeting.open')
  expect(await mark(meeting, 'dv02', id)).toBe('FORBIDDEN')
  expect(await mark(meeting, 'dv01', id)).toBe('ok')
  expect((await one(meeting, id))?.readOut).toMatchObject({ by: member('dv01') })
  const before = await events(meeting)
  expect(await mark(meeting, 'dv14', id)).toBe('ok')
  expect(await events(meeting)).toBe(before)
  expect(await mark(meeting, 'dv14', id, false)).toBe('ok')
  expect((await one(meeting, id))?.readOut).toBeNull()
  await meeting.give('dv01', 'meeting.close')
  expect(await mark(meeting, 'dv14', id)).toBe('ok')
})

test('a comment is never a presence: intervals, counts, base and quorum are as before', async () => {
  const meeting = await meetings.opened()
  await meeting.give('dv04', 'attendance.enter')
  const figures = async () => {
    const { meeting: now, attendance } = await meeting.state()
    const { counts, base, quorum } = rollCall(now, attendance, now.openedAt ?? '')
    const { presentCount, expectedCount } = await meetings.log.nodes[0].database.meeting.findUniqueOrThrow({
      where: { id: meeting.id },
    })
    return { attendance, present: membersPresent(attendance), counts, base, quorum, presentCount, expectedCount }
  }
  const before = await figures()
  // One who is expected, one who is exempt, one who is away; then it is read out and another taken back.
  const ids = [await posted(meeting, 'dv18'), await posted(meeting, 'dv22'), await posted(meeting, 'dv23')]
  expect(await mark(meeting, 'dv01', ids[0] ?? '')).toBe('ok')
  expect(await withdraw(meeting, 'dv22', ids[1] ?? '')).toBe('ok')
  expect(await figures()).toEqual(before)
  expect(before.present).toEqual([member('dv04')])

  const entries = await meetings.log.entries(meeting.id)
  expect(verifyChain(meeting.id, entries)).toMatchObject({ ok: true })
  const [node] = meetings.log.nodes
  const { state } = await node.cache.read(node.database, meeting.id)
  const tables = await actualTables(node.database, meeting.id)
  expect(tables).toEqual(expectedTables(state as Parameters<typeof expectedTables>[0]))
  expect(tables.comments).toHaveLength(3)
})

test('there is an end to the comments of one, and to how fast they come', async () => {
  const meeting = await meetings.announced()
  const payloads = Array.from({ length: COMMENTS_OF_ONE }, () => comment())
  for (const [index, payload] of payloads.entries()) {
    if (index > 0 && index % 10 === 0) {
      expect(await meeting.give('dv18', 'comment.post', payload)).toBe('TOO_MANY_REQUESTS')
      await meetings.clock.shift(index * 7)
    }
    expect(await meeting.give('dv18', 'comment.post', payload)).toBe('ok')
  }
  expect(await meeting.give('dv18', 'comment.post', comment())).toBe('COMMENT_TOO_MANY_OWN')
  // What is there already is no new one; others have their own number.
  expect(await meeting.give('dv18', 'comment.post', payloads[0])).toBe('ok')
  expect(await meeting.give('dv17', 'comment.post', comment())).toBe('ok')
})
