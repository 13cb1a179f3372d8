// A log that an earlier version of the program has written: its events have no days, and everything goes on from them.
import { randomBytes, randomUUID } from 'node:crypto'
import { chainEvent, GENESIS, type LogEvent, type Position, verifyChain } from '@hoi-truong/shared/log'
import { officeOn, statusOn } from '@hoi-truong/shared/organization'
import type { OrganizationStreamState } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVER } from '../log/commandDefinition.ts'
import { beginStream } from '../log/streamRows.ts'
import { openTestLog, type TestLog } from '../testing/log.ts'
import { readRoll } from './facts.ts'

let log: TestLog
const branchId = randomUUID()
const memberId = randomUUID()

beforeAll(async () => {
  log = await openTestLog()
  const { database } = log.nodes[0]
  const parentId = log.sample.organizations[1]?.id ?? ''
  const roles = ['member', 'branchSecretary'].map((role) => ({ role, organizationId: branchId }))
  const person = { memberNumber: 'CU-00001', name: 'Người Cũ', category: 'official', title: null, roles }
  const drafts = [
    {
      type: 'organization.registered',
      payload: { code: 'CU', name: 'Chi bộ Cũ', level: 'branch', committee: null, parentId },
    },
    {
      type: 'organization.membersImported',
      payload: {
        fileName: 'cu',
        fileHash: '0'.repeat(64),
        members: [{ ...person, memberId, status: 'exempt', office: 'branchSecretary' }],
      },
    },
  ]
  const events: LogEvent[] = []
  let position: Position = GENESIS
  for (const draft of drafts) {
    const at = '2026-11-21T10:00:00.000Z'
    const salt = randomBytes(16).toString('hex')
    const event = chainEvent(
      branchId,
      position,
      { ...draft, version: 1, audience: 'everyone' },
      { actorId: null, at, salt },
    )
    position = { seq: event.seq, hash: event.hash }
    events.push(event)
  }
  await beginStream(
    database,
    { streamId: branchId, kind: 'organization', organizationId: branchId, position },
    events.map((event) => ({ event, commandId: randomUUID(), bodyHash: '0'.repeat(64) })),
    '2026-11-21T10:00:00.000Z',
  )
})
afterAll(() => log.stop())

test('the state holds since before the records', async () => {
  const [node] = log.nodes
  const snapshot = await node.cache.read(node.database, branchId)
  const { organization } = (snapshot.state as OrganizationStreamState).bureau
  const member = organization.members[memberId]
  expect(member && [statusOn(member, '2020-01-01'), officeOn(member, '2020-01-01')]).toEqual([
    'exempt',
    'branchSecretary',
  ])
})

test('a change goes on from there, and the chain with the old events still holds', async () => {
  const [node] = log.nodes
  await node.give(SERVER, 'organization.change', branchId, {
    name: 'Chi bộ Mới',
    kind: 'branch',
    branchType: 'village',
    committee: null,
    parentId: log.sample.organizations[1]?.id ?? '',
    from: '2026-10-01',
  })
  await node.give(SERVER, 'member.endStanding', branchId, { memberId, kind: 'exempt', from: null, to: '2026-09-30' })
  const names = await Promise.all(
    ['2026-09-30', '2026-10-01'].map(async (day) => {
      const roll = await readRoll(node.database, branchId, `${day}T05:00:00Z`)
      return [roll?.organizationName, roll?.members.map(({ status, office }) => `${status} ${office}`)]
    }),
  )
  expect(names).toEqual([
    ['Chi bộ Cũ', ['exempt branchSecretary']],
    ['Chi bộ Mới', ['active branchSecretary']],
  ])
  expect(verifyChain(branchId, await log.entries(branchId))).toMatchObject({ ok: true })
})
