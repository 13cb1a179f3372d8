// Random courses of meetings, given to two nodes at once on one PostgreSQL. Whatever people do in whatever order: the chain holds,
// each audience computes what the server has for it, the tables agree, and ids make repeats harmless.
import { randomUUID } from 'node:crypto'
import { isAtSite, membersPresent } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { isReadable, type LogEntry, redact, type Viewer, verifyChain } from '@hoi-truong/shared/log'
import { meetingViewer } from '@hoi-truong/shared/meeting'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '../demo/demoId.ts'
import { asMember, openTestLog, type TestLog } from '../testing/log.ts'
import { actualTables, expectedTables } from '../testing/tables.ts'
import { faultsOf, firstPollWishes, votingWishes } from '../testing/votingWishes.ts'
import { type CommandReply, SERVER } from './commandDefinition.ts'

let log: TestLog

beforeAll(async () => {
  log = await openTestLog()
})
afterAll(() => log.stop())

// Chair, deputy, minutes secretary (who runs the site), plain members, an exempt one, one away, the follower, and a stranger.
const people = ['dv01', 'dv02', 'dv14', 'dv04', 'dv18', 'dv22', 'dv23', 'db01', 'stranger']
const called = ['dv04', 'dv18', 'dv22', 'dv02', 'db01'].map(demoId)
const siteId = demoId('diem_cau_nha_van_hoa')
const items = Array.from({ length: 10 }, (_, index) => demoId(`item ${index + 1}`))

interface Wish {
  /** Who mostly wishes it; now and then somebody without right does. */
  by: string
  type: string
  payload: object
}

const reason = 'Bận công tác'
const device = { kind: 'device' }
const site = { kind: 'site', siteId }
/** Moments before now and after the meetings of this test began, mostly. */
const moment = fc.integer({ min: -5_000, max: 50 }).map((ms) => new Date(Date.now() + ms).toISOString())
const somebody = fc.constantFrom(...people)
const wish = (by: string, type: string, payload: object = {}): Wish => ({ by, type, payload })
const own = (type: string, payload: object = {}) => somebody.map((by) => wish(by, type, payload))
const about = (by: string, type: string, more: fc.Arbitrary<object> = fc.constant({})) =>
  fc.tuple(fc.constantFrom(...called), more).map(([memberId, rest]) => wish(by, type, { memberId, ...rest }))

const correction = fc.record({
  reason: fc.constant(reason),
  presence: fc.option(
    fc.record({ place: fc.constantFrom(device, site), arrivedAt: moment, leftAt: fc.option(moment) }),
  ),
})
const ticked = (type: string) =>
  fc.subarray(called, { minLength: 1 }).map((memberIds) => wish('dv14', type, { siteId, memberIds }))

// Few, so that others try the same one; now and then about an item that is none.
const commentIds = Array.from({ length: 4 }, () => randomUUID())
const comment = fc.record({
  commentId: fc.constantFrom(...commentIds),
  text: fc.constantFrom('Đồng ý với dự thảo.', 'Đề nghị làm rõ thời hạn.'),
  subject: fc.oneof(
    fc.constant({ kind: 'meeting' }),
    fc.constantFrom(...items, randomUUID()).map((itemId) => ({ kind: 'item', itemId })),
  ),
})
// Few as well: the same hand is raised, moved and lowered, the same speech limited and ended, by several at once.
const handIds = Array.from({ length: 6 }, () => randomUUID())
const speechIds = Array.from({ length: 5 }, () => randomUUID())
const aHand = fc.constantFrom(...handIds)
const aSpeech = fc.constantFrom(...speechIds)
const limitSeconds = fc.constantFrom(null, 60, 120)
const ofHand = (type: string) => fc.tuple(somebody, aHand).map(([by, handId]) => wish(by, type, { handId }))
const floorWishes = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(somebody, aHand)
      .map(([by, handId]) => wish(by, 'floor.raiseHand', { handId, memberId: demoId(by) })),
  },
  { weight: 1, arbitrary: about('dv14', 'floor.raiseHand', fc.record({ handId: aHand })) },
  { weight: 2, arbitrary: ofHand('floor.lowerHand') },
  {
    weight: 2,
    arbitrary: fc
      .record({ handId: aHand, before: fc.option(aHand) })
      .map((payload) => wish('dv01', 'floor.moveHand', payload)),
  },
  { weight: 5, arbitrary: about('dv01', 'floor.grant', fc.record({ speechId: aSpeech, limitSeconds })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ speechId: aSpeech, limitSeconds })
      .map((payload) => wish('dv01', 'floor.changeLimit', payload)),
  },
  { weight: 2, arbitrary: fc.tuple(somebody, aSpeech).map(([by, speechId]) => wish(by, 'floor.end', { speechId })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('chaired', 'open').map((mode) => wish('dv01', 'floor.changeMode', { mode })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, called).map((memberIds) => wish('dv01', 'floor.silence', { memberIds })),
  },
)
const voters = ['dv01', 'dv04', 'dv18', 'dv22', 'dv02', 'dv14']
const pollWishes = votingWishes({ voters, tellers: ['dv04', 'dv02'], operator: 'dv14', siteId })
const marked = fc.record({ commentId: fc.constantFrom(...commentIds), readOut: fc.boolean() })

const wishes = fc.oneof(
  { weight: 6, arbitrary: own('attendance.enter') },
  { weight: 4, arbitrary: own('attendance.leave') },
  { weight: 2, arbitrary: own('attendance.reportAbsence', { reason }) },
  { weight: 1, arbitrary: own('attendance.answer') },
  { weight: 4, arbitrary: about('dv02', 'attendance.decideAbsence', fc.record({ accepted: fc.boolean() })) },
  { weight: 1, arbitrary: about('dv14', 'attendance.recordAbsence', fc.constant({ reason })) },
  { weight: 4, arbitrary: ticked('attendance.checkInAtSite') },
  { weight: 2, arbitrary: ticked('attendance.checkOutAtSite') },
  { weight: 3, arbitrary: about('dv14', 'attendance.correct', correction) },
  { weight: 1, arbitrary: fc.constant(wish('dv01', 'attendance.confirmQuorum')) },
  { weight: 12, arbitrary: floorWishes },
  { weight: 6, arbitrary: pollWishes },
  { weight: 1, arbitrary: about('dv01', 'attendance.remove', fc.constant({ reason })) },
  { weight: 1, arbitrary: about('dv01', 'attendance.readmit') },
  { weight: 3, arbitrary: fc.tuple(somebody, comment).map(([by, payload]) => wish(by, 'comment.post', payload)) },
  { weight: 2, arbitrary: marked.map((payload) => wish('dv14', 'comment.markReadOut', payload)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(somebody, fc.constantFrom(...commentIds))
      .map(([by, commentId]) => wish(by, 'comment.withdraw', { commentId })),
  },
  { weight: 3, arbitrary: fc.constant(wish('dv01', 'meeting.open')) },
  { weight: 2, arbitrary: fc.constantFrom(wish('dv01', 'meeting.close'), wish('dv01', 'meeting.reopen')) },
  { weight: 1, arbitrary: about('dv01', 'meeting.handOverChair') },
  { weight: 1, arbitrary: about('dv01', 'meeting.nameMinutesSecretary') },
  { weight: 1, arbitrary: fc.constant(wish('dv02', 'meeting.takeChair')) },
  { weight: 2, arbitrary: fc.constantFrom(...items).map((itemId) => wish('dv01', 'agenda.start', { itemId })) },
  { weight: 1, arbitrary: fc.constantFrom(...items).map((itemId) => wish('dv01', 'agenda.finish', { itemId })) },
)

/** Of an evening on which much is voted on: among the votes people only come and go. */
const votingNight = fc.oneof(
  { weight: 12, arbitrary: pollWishes },
  { weight: 3, arbitrary: own('attendance.enter') },
  { weight: 1, arbitrary: own('attendance.leave') },
  { weight: 2, arbitrary: ticked('attendance.checkInAtSite') },
  { weight: 1, arbitrary: ticked('attendance.checkOutAtSite') },
)

const stepOf = (wished: fc.Arbitrary<Wish>) =>
  fc.record({
    wish: wished,
    /** Now and then given by somebody else. */
    who: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: somebody }),
    connection: fc.integer({ min: 1, max: 2 }),
    node: fc.integer({ min: 0, max: 1 }),
    /** The whole room falls silent before this step, and the lapse is decided. */
    silence: fc.integer({ min: 0, max: 11 }).map((value) => value === 0),
    /** Sent twice with one id, as after a lost acknowledgement. */
    repeated: fc.boolean(),
  })
type Step = ReturnType<typeof stepOf> extends fc.Arbitrary<infer T> ? T : never

const course = (minLength: number) =>
  fc.oneof(
    fc.array(stepOf(wishes), { minLength, maxLength: 60, size: 'max' }),
    fc.array(stepOf(votingNight), { minLength: 40, maxLength: 60, size: 'max' }),
  )

/** Most of what can happen happens in a meeting that is open. */
const opened = fc.integer({ min: 0, max: 3 }).map((value) => value > 0)
const opening: Step = {
  wish: wish('dv01', 'meeting.open'),
  who: null,
  connection: 1,
  node: 0,
  silence: false,
  repeated: false,
}
const openings: Step[] = [opening, ...firstPollWishes.map((first) => ({ ...opening, wish: first }))]

async function giveStep(meetingId: string, item: Step): Promise<void> {
  const node = log.nodes[item.node === 0 ? 0 : 1]
  const { by, type, payload } = item.wish
  const who = item.who ?? by
  const actor = asMember(demoId(who), `${meetingId.slice(0, 8)}-${who}-${item.connection}`)
  const id = randomUUID()
  const give = () => node.give(actor, type, meetingId, payload, id)
  const outcome = await settle(give())
  if (!item.repeated) return
  const again = await settle(give())
  if ('reply' in outcome) expect(again).toEqual(outcome)
  if (!('reply' in outcome)) return
  // The same id from somebody else, or for another wish, is refused.
  const other = asMember(demoId(who === 'dv04' ? 'dv05' : 'dv04'), 'other')
  expect(await settle(node.give(other, type, meetingId, payload, id))).toEqual({ code: 'COMMAND_ID_REUSED' })
}

async function settle(promise: Promise<CommandReply>): Promise<{ reply: CommandReply } | { code: string }> {
  try {
    return { reply: await promise }
  } catch (error) {
    if (error instanceof AppError) return { code: error.code }
    throw error
  }
}

async function fallSilent(meetingId: string): Promise<void> {
  const [node] = log.nodes
  await node.database.$executeRaw`
    update presence_lease set last_seen = now() - interval '1 hour' where meeting_id = ${meetingId}::uuid`
  const memberIds = people.map(demoId)
  await node.give(SERVER, 'attendance.lapse', meetingId, { memberIds })
}

/** Replays what a viewer can read. */
const replay = (entries: readonly LogEntry[], viewer: Viewer): MeetingStreamState =>
  meetingReducer.reduceAll(
    meetingReducer.initial(),
    entries.map((entry) => redact(entry, viewer)),
  )

async function checkEverything(meetingId: string): Promise<LogEntry[]> {
  const entries = await log.entries(meetingId)
  const last = entries.at(-1)
  expect(verifyChain(meetingId, entries)).toEqual({ ok: true, head: { seq: entries.length, hash: last?.hash } })
  const whole = meetingReducer.reduceAll(meetingReducer.initial(), entries)
  for (const node of log.nodes) expect((await node.cache.read(node.database, meetingId)).state).toEqual(whole)
  for (const id of people.map(demoId)) {
    const viewer = meetingViewer(whole.everyone.meeting, id)
    expect(replay(entries, viewer)).toEqual(meetingReducer.filter(whole, viewer))
    const links = entries.map((entry) => redact(entry, viewer))
    expect(verifyChain(meetingId, links)).toMatchObject({ ok: true })
  }
  expect(await actualTables(log.nodes[0].database, meetingId)).toEqual(expectedTables(whole))
  for (const intervals of Object.values(whole.everyone.attendance.intervals)) {
    for (const [index, interval] of intervals.entries()) {
      const next = intervals[index + 1]
      expect(interval.endedAt === null ? next === undefined : interval.endedAt >= interval.startedAt).toBe(true)
      if (next) expect(next.startedAt >= (interval.endedAt ?? '')).toBe(true)
    }
  }
  expect(faultsOf(whole)).toEqual([])
  const { attendance } = whole.everyone
  const { hands, speeches } = whole.everyone.floor
  expect(speeches.filter(({ endedAt }) => endedAt === null).length).toBeLessThan(2)
  expect(new Set(hands.map(({ memberId }) => memberId)).size).toBe(hands.length)
  const there = membersPresent(attendance)
  for (const { memberId } of [...hands, ...speeches.filter(({ endedAt }) => endedAt === null)])
    expect(there).toContain(memberId)
  for (const memberId of Object.keys(attendance.removed)) expect(there).not.toContain(memberId)
  // A silent device beside a site belongs to somebody who is counted there.
  for (const memberId of Object.keys(attendance.companions)) expect(isAtSite(attendance, memberId)).toBe(true)
  return entries
}

test('any course of a meeting, one command after the other', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(opened, course(1), async (open, steps) => {
      const meetingId = await log.announce()
      if (open) for (const item of openings) await giveStep(meetingId, item)
      for (const item of steps) {
        if (item.silence) await fallSilent(meetingId)
        await giveStep(meetingId, item)
      }
      await checkEverything(meetingId)
    }),
    { numRuns: 25 },
  )
})

test('any course of a meeting, everything at once on two nodes', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(opened, course(5), async (open, steps) => {
      const meetingId = await log.announce()
      if (open) for (const item of openings) await giveStep(meetingId, item)
      await Promise.all(steps.map((item) => giveStep(meetingId, item)))
      await checkEverything(meetingId)
    }),
    { numRuns: 25 },
  )
})

test('a changed event breaks the chain, from the whole log and from a redacted one', { timeout: 60_000 }, async () => {
  const meetingId = await log.announce()
  const scripted = (by: string, type: string, payload: object = {}): Step => ({
    ...opening,
    wish: wish(by, type, payload),
  })
  for (const item of [
    scripted('dv01', 'attendance.enter'),
    scripted('dv18', 'attendance.reportAbsence', { reason }),
    scripted('dv01', 'meeting.open'),
    scripted('dv04', 'attendance.enter'),
    scripted('dv14', 'attendance.checkInAtSite', { siteId, memberIds: called }),
    scripted('dv14', 'attendance.correct', { memberId: demoId('dv22'), presence: null, reason }),
    scripted('dv01', 'meeting.close'),
  ]) {
    await giveStep(meetingId, item)
  }
  const entries = await checkEverything(meetingId)
  const viewers: Viewer[] = [
    { memberId: demoId('dv01'), bureau: true },
    { memberId: demoId('dv18'), bureau: false },
    { memberId: null, bureau: false },
  ]
  const flip = (hash: string) => (hash.startsWith('0') ? '1' : '0') + hash.slice(1)
  const changes: ((entry: LogEntry) => LogEntry)[] = [
    (entry) => ({ ...entry, at: new Date(Date.parse(entry.at) + 1).toISOString() }),
    (entry) => ({ ...entry, contentHash: flip(entry.contentHash) }),
    (entry) => ({ ...entry, prevHash: flip(entry.prevHash) }),
    (entry) => ({ ...entry, hash: flip(entry.hash) }),
    (entry) => ({ ...entry, seq: entry.seq + 1 }),
    (entry) =>
      isReadable(entry) ? { ...entry, payload: { ...(entry.payload as object), added: true } } : { ...entry, seq: 0 },
    (entry) => (isReadable(entry) ? { ...entry, actorId: demoId('dv05') } : { ...entry, seq: 0 }),
    (entry) => (isReadable(entry) ? { ...entry, audience: 'everyone', type: `${entry.type}!` } : { ...entry, seq: 0 }),
    (entry) => (isReadable(entry) ? { ...entry, version: entry.version + 1 } : { ...entry, seq: 0 }),
    (entry) => (isReadable(entry) ? { ...entry, salt: flip(entry.salt) } : { ...entry, seq: 0 }),
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...viewers),
      fc.nat(entries.length - 1),
      fc.constantFrom(...changes),
      (viewer, index, change) => {
        const seen = entries.map((entry) => redact(entry, viewer))
        const forged = seen.map((entry, position) => (position === index ? change(entry) : entry))
        expect(verifyChain(meetingId, forged).ok).toBe(false)
        const removed = seen.filter((_, position) => position !== index)
        expect(index === seen.length - 1 || !verifyChain(meetingId, removed).ok).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
  // Even a forger who recomputes every hash after the change does not get the same head.
  expect(verifyChain(randomUUID(), entries).ok).toBe(false)
})
