// Figures as they reach officers above: of the commune, of its sibling, of the province; and what never reaches anybody.
import { randomUUID } from 'node:crypto'
import type { MeetingFigures } from '@hoi-truong/shared/monitoring'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { appoint, type Officer } from '../testing/officers.ts'
import { type Give, giveTo, laySiblings, register, type Siblings } from '../testing/organizations.ts'
import { announceMeeting, asServer } from '../testing/outsiders.ts'
import { planFor } from '../testing/plans.ts'
import {
  command,
  connect,
  connectMember,
  member,
  signIn,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'

interface Watcher {
  socket: TestSocket
  /** In the order of arrival. */
  heard: MeetingFigures[]
  watch: (organizationId: string) => Promise<string>
  /** The newest figures heard of a meeting. */
  of: (meetingId: string) => MeetingFigures['meetings'][number] | undefined
}

let signaling: TestSignaling
let give: Give
let siblings: Siblings
let provinceId: string
let branchId: string
let chair: TestSocket
const officers = new Map<string, Officer>()
const sockets: TestSocket[] = []

async function look(token: string): Promise<Watcher> {
  const socket = await connect(signaling.server.url, token)
  sockets.push(socket)
  const heard: MeetingFigures[] = []
  socket.on('figures', (figures) => heard.push(figures))
  return {
    socket,
    heard,
    watch: async (organizationId) => {
      const reply = await socket.emitWithAck('watch', { organizationId })
      return reply.ok ? 'ok' : reply.error.code
    },
    of: (meetingId) =>
      heard
        .flatMap(({ meetings }) => meetings)
        .filter((meeting) => meeting.meetingId === meetingId)
        .at(-1),
  }
}
const lookAs = (who: string): Promise<Watcher> => look(officers.get(who)?.token ?? '')
const asChair = (type: string, meetingId: string, payload: unknown = {}) =>
  chair.emitWithAck('command', command(type, meetingId, payload))
const siteId = () => signaling.sample.plan.sites[0]?.siteId
const checkIn = (meetingId: string, ...ids: string[]) =>
  asChair('attendance.checkInAtSite', meetingId, { siteId: siteId(), memberIds: ids.map(member) })

beforeAll(async () => {
  signaling = await startTestSignaling({ MEMBER_BURST: '10000', SESSION_CHECK_SECONDS: '1' })
  const { server, sample } = signaling
  give = giveTo(server)
  branchId = sample.branchId
  provinceId = sample.organizations[0]?.id ?? ''
  siblings = await laySiblings(give, provinceId, sample.organizations[1]?.id ?? '')
  const { communeId, siblingCommuneId } = siblings
  officers.set('commune', await appoint(signaling, give, { role: 'upperMonitor', of: communeId }))
  officers.set('sibling', await appoint(signaling, give, { role: 'upperMonitor', of: siblingCommuneId }))
  officers.set('province', await appoint(signaling, give, { role: 'auditor', of: provinceId }))
  officers.set('administrator', await appoint(signaling, give, { role: 'administrator', of: provinceId }))
  chair = await connectMember(server.url, 'dv01')
  sockets.push(chair)
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await signaling.stop()
})

test('an officer of the commune sees the counts move as people are checked in, without any name', async () => {
  const officer = await lookAs('commune')
  expect(await officer.watch(siblings.communeId)).toBe('ok')
  const meetingId = await announceMeeting(signaling)
  await until(() => officer.of(meetingId)?.status === 'announced')
  await asChair('meeting.open', meetingId)
  await until(() => officer.of(meetingId)?.status === 'open')
  for (const [count, id] of ['dv04', 'dv05', 'dv06'].entries()) {
    await checkIn(meetingId, id)
    await until(() => officer.of(meetingId)?.presentCount === count + 1)
  }
  expect(officer.of(meetingId)).toMatchObject({ organizationId: branchId, expectedCount: 22, kind: 'regular' })
  await asChair('meeting.close', meetingId)
  const closed = await until(() => officer.of(meetingId)?.status === 'closed' && officer.of(meetingId))
  expect(closed).toMatchObject({ presentCount: 3, closedAt: expect.any(String) })
  await asChair('meeting.reopen', meetingId)
  await until(() => officer.of(meetingId)?.status === 'open')
  await asChair('meeting.close', meetingId)
  const told = JSON.stringify(officer.heard)
  expect(told).not.toContain('memberId')
  for (const { memberId, name } of signaling.sample.organizations.flatMap(({ members }) => members)) {
    expect(told).not.toContain(memberId)
    expect(told).not.toContain(name)
  }
})

test('a cancelled meeting and one that is not held come with their reason', async () => {
  const officer = await lookAs('commune')
  await officer.watch(siblings.communeId)
  const cancelled = await announceMeeting(signaling)
  await asChair('meeting.cancel', cancelled, { reason: 'Trùng hội nghị xã' })
  await until(() => officer.of(cancelled)?.reason === 'Trùng hội nghị xã')
  const notHeld = await announceMeeting(signaling)
  await asChair('meeting.recordNotHeld', notHeld, { reason: 'Bão lũ' })
  await until(() => officer.of(notHeld)?.status === 'notHeld')
  expect(officer.of(notHeld)?.reason).toBe('Bão lũ')
})

test('an officer of a sibling commune is refused, and hears nothing of what the neighbour hears', async () => {
  const outsider = await lookAs('sibling')
  const officer = await lookAs('commune')
  for (const organizationId of [siblings.communeId, branchId, provinceId, randomUUID()])
    expect(await outsider.watch(organizationId)).toBe('FORBIDDEN')
  // The own commune they may watch: what is heard there would be a mistake of ours.
  expect(await outsider.watch(siblings.siblingCommuneId)).toBe('ok')
  await officer.watch(siblings.communeId)
  const meetingId = await announceMeeting(signaling)
  await asChair('meeting.open', meetingId)
  await checkIn(meetingId, 'dv04')
  await until(() => officer.of(meetingId)?.presentCount === 1)
  await asChair('meeting.close', meetingId)
  await until(() => officer.of(meetingId)?.status === 'closed')
  // A round trip on the same connection: whatever was sent before has arrived.
  await outsider.socket.emitWithAck('unwatch', { organizationId: siblings.siblingCommuneId })
  expect(outsider.heard).toEqual([])
})

test('one connection watches a few organizations, not all there are', async () => {
  const auditor = await lookAs('province')
  const ids = await Promise.all(
    Array.from({ length: 21 }, (_, index) =>
      register(give, { name: `Chi bộ thử ${index}`, parentId: siblings.siblingCommuneId }),
    ),
  )
  const answers: string[] = []
  for (const id of ids) answers.push(await auditor.watch(id))
  expect(answers).toEqual([...Array(20).fill('ok'), 'TOO_MANY_REQUESTS'])
  await auditor.socket.emitWithAck('unwatch', { organizationId: ids[0] ?? '' })
  expect(await auditor.watch(ids[20] ?? '')).toBe('ok')
})

test('a branch’s own people watch nothing above them, nor their branch', async () => {
  for (const id of ['dv01', 'dv03', 'dv04', 'dv21']) {
    const watcher = await look(await signIn(signaling.server.url, id))
    for (const organizationId of [branchId, siblings.communeId, provinceId])
      expect(await watcher.watch(organizationId), id).toBe('FORBIDDEN')
  }
})

test('who follows the branch alone watches that branch and no more', async () => {
  const follower = await look(await signIn(signaling.server.url, 'db01'))
  expect(await follower.watch(siblings.communeId)).toBe('FORBIDDEN')
  expect(await follower.watch(branchId)).toBe('ok')
  const meetingId = await announceMeeting(signaling)
  await until(() => follower.of(meetingId)?.status === 'announced')
})

test('the province is told through which commune something changed, and asks for the sums itself', async () => {
  const auditor = await lookAs('province')
  const administrator = await lookAs('administrator')
  expect(await auditor.watch(provinceId)).toBe('ok')
  expect(await administrator.watch(provinceId)).toBe('ok')
  await announceMeeting(signaling)
  await until(() => auditor.heard.length > 0 && administrator.heard.length > 0)
  expect(auditor.heard[0]).toEqual({ organizationId: provinceId, meetings: [], beneath: [siblings.communeId] })
})

describe('what nobody above is told of', () => {
  it('is a draft, also one that is called off, and a practice meeting', async () => {
    const officer = await lookAs('commune')
    await officer.watch(siblings.communeId)
    const { server, sample } = signaling
    const draft = randomUUID()
    await asServer(server, 'meeting.draft', draft, planFor(sample))
    await asChair('meeting.revise', draft, { plan: planFor(sample, { place: 'Nơi khác' }), basedOn: 1 })
    await asChair('meeting.cancel', draft, { reason: 'Soạn nhầm' })
    const practice = randomUUID()
    const began = await asChair('meeting.startPractice', practice, { organizationId: branchId })
    expect(began.ok).toBe(true)
    expect((await asChair('meeting.open', practice)).ok).toBe(true)
    // What comes after both has arrived, so they would have.
    const meetingId = await announceMeeting(signaling)
    await until(() => officer.of(meetingId))
    expect([officer.of(draft), officer.of(practice)]).toEqual([undefined, undefined])
  })

  it('is an event that changes no figure', async () => {
    const officer = await lookAs('commune')
    await officer.watch(siblings.communeId)
    const meetingId = await announceMeeting(signaling)
    await asChair('meeting.open', meetingId)
    await until(() => officer.of(meetingId)?.status === 'open')
    const before = officer.heard.length
    await asChair('meeting.nameMinutesSecretary', meetingId, { memberId: null })
    await asChair('attendance.confirmQuorum', meetingId, {})
    const next = await announceMeeting(signaling)
    await until(() => officer.of(next))
    expect(officer.heard.slice(before).flatMap(({ meetings }) => meetings.map((one) => one.meetingId))).not.toContain(
      meetingId,
    )
  })
})

test('whose role ends sees nothing more, while the others go on', async () => {
  const leaving = await appoint(signaling, give, { role: 'upperMonitor', of: siblings.communeId })
  const gone = await look(leaving.token)
  const officer = await lookAs('commune')
  await gone.watch(siblings.communeId)
  await officer.watch(siblings.communeId)
  const first = await announceMeeting(signaling)
  await until(() => gone.of(first) && officer.of(first))
  // The list says it anew: the role was held until yesterday.
  const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10)
  const row = await signaling.server.database.member.findFirstOrThrow({ where: { id: leaving.memberId } })
  await give('organization.importMembers', siblings.communeId, {
    fileName: 'thu',
    fileHash: '1'.repeat(64),
    members: [
      {
        memberId: row.id,
        memberNumber: row.memberNumber,
        name: row.name,
        category: 'official',
        roles: [{ role: 'upperMonitor', organizationId: siblings.communeId, from: null, to: yesterday }],
      },
    ],
  })
  const second = await announceMeeting(signaling)
  await until(() => officer.of(second))
  await gone.socket.emitWithAck('unwatch', { organizationId: branchId })
  expect(gone.of(second)).toBeUndefined()
  expect(await gone.watch(siblings.communeId)).toBe('FORBIDDEN')
})

test('whoever stops watching hears no more, and is told nothing when the session has ended', async () => {
  const leaver = await lookAs('commune')
  const signedOut = await look(await signIn(signaling.server.url, 'db01'))
  const stays = await lookAs('commune')
  await leaver.watch(siblings.communeId)
  await signedOut.watch(branchId)
  await stays.watch(siblings.communeId)
  await leaver.socket.emitWithAck('unwatch', { organizationId: siblings.communeId })
  const gone = new Promise((resolve) => signedOut.socket.once('disconnect', resolve))
  await signaling.server.database.refreshToken.updateMany({
    where: { memberId: member('db01') },
    data: { revokedAt: new Date() },
  })
  await gone
  const meetingId = await announceMeeting(signaling)
  await until(() => stays.of(meetingId))
  await leaver.socket.emitWithAck('unwatch', { organizationId: siblings.communeId })
  expect([leaver.heard, signedOut.heard]).toEqual([[], []])
})

test('a branch that moves to another commune is heard of there from then on, and here no more', async () => {
  const here = await lookAs('commune')
  const there = await lookAs('sibling')
  await here.watch(siblings.communeId)
  await there.watch(siblings.siblingCommuneId)
  const before = await announceMeeting(signaling)
  await until(() => here.of(before))
  const { name } = await signaling.server.database.organization.findUniqueOrThrow({ where: { id: branchId } })
  const from = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const facts = { name, kind: 'branch', branchType: 'village', committee: null, parentId: siblings.siblingCommuneId }
  await give('organization.change', branchId, { ...facts, from })
  const after = await announceMeeting(signaling)
  await until(() => there.of(after))
  await here.socket.emitWithAck('unwatch', { organizationId: siblings.communeId })
  expect([there.of(before), here.of(after)]).toEqual([undefined, undefined])
})
