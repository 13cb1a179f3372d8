// Meetings that are being prepared follow the branch's list by themselves; one that is open keeps what was called.
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import type { CommandType } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StateOfKind } from '../log/commandDefinition.ts'
import { announceMeeting, asServer } from '../testing/outsiders.ts'
import { command, connectMember, member, startTestSignaling, type TestSignaling, until } from '../testing/signaling.ts'

let signaling: TestSignaling

beforeAll(async () => {
  signaling = await startTestSignaling()
})
afterAll(() => signaling.stop())

const give = (type: CommandType, payload: unknown) =>
  asServer(signaling.server, type, signaling.sample.branchId, payload)
async function rolesOf(meetingId: string, id: string) {
  const { state } = await signaling.server.cache.read(signaling.server.database, meetingId)
  return meetingRolesOf((state as StateOfKind['meeting']).everyone.meeting, member(id))
}

test('a new officer prepares what was begun before, a former one no longer does', async () => {
  const [announced, open] = [await announceMeeting(signaling), await announceMeeting(signaling)]
  const chair = await connectMember(signaling.server.url, 'dv01')
  expect(await chair.emitWithAck('command', command('meeting.open', open))).toMatchObject({ ok: true })
  const [term] = await signaling.server.database.$queryRaw<{ from: string | null }[]>`
    select valid_from::text as from from member_office where member_id = ${member('dv02')}::uuid`
  const office = { memberId: member('dv02'), office: 'deputySecretary' }
  await give('member.endOffice', { ...office, from: term?.from ?? null, to: '2026-01-31' })
  await give('member.assignOffice', {
    memberId: member('dv05'),
    office: 'deputySecretary',
    from: '2026-02-01',
    to: null,
  })
  await until(async () => (await rolesOf(announced, 'dv05')).includes('organizer'))
  expect(await rolesOf(announced, 'dv02')).toEqual(['attendee'])
  expect(await rolesOf(open, 'dv02')).toContain('organizer')
  expect(await rolesOf(open, 'dv05')).toEqual(['attendee'])
  chair.disconnect()
})
