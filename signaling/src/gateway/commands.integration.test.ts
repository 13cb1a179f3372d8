// Every command without right and with bad payloads. One without a row here fails the last test but one.
import { commandPayloads } from '@hoi-truong/shared/streams'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountRows } from '../testing/accountRows.ts'
import { attendanceRows } from '../testing/attendanceRows.ts'
import type { CommandRow } from '../testing/commandRows.ts'
import { commentRows } from '../testing/commentRows.ts'
import { documentRows } from '../testing/documentRows.ts'
import { floorRows } from '../testing/floorRows.ts'
import { meetingRows } from '../testing/meetingRows.ts'
import { organizationRows } from '../testing/organizationRows.ts'
import { bringPeople, type People } from '../testing/people.ts'
import { planFor } from '../testing/plans.ts'
import { command } from '../testing/signaling.ts'
import { votingRows } from '../testing/votingRows.ts'

let people: People

beforeAll(async () => {
  // One person sends all of them here.
  people = await bringPeople({ MEMBER_BURST: '5000' })
})
afterAll(() => people.stop())

const meeting = () => people.meetingId
const branch = () => people.signaling.sample.branchId
const plan = () => planFor(people.signaling.sample)

const commands: Record<keyof typeof commandPayloads, CommandRow> = {
  ...organizationRows(branch),
  ...accountRows(branch),
  ...meetingRows({ meeting, branch, plan }),
  ...attendanceRows({ meeting, branch, plan }),
  ...floorRows({ meeting }),
  ...documentRows({ meeting }),
  ...commentRows({ meeting, branch, plan }),
  ...votingRows({ meeting, plan }),
}

describe.each(Object.entries(commands))('command %s', (type, { stream, right, refused, bad }) => {
  test.each(refused)('refuses a %s: %s', async (who, code) => {
    expect(await people.ask(who, 'command', command(type, stream(), right()))).toBe(code)
  })

  test('refuses malformed and oversized payloads', async () => {
    for (const payload of typeof bad === 'function' ? bad() : bad) {
      const code = await people.ask('chair', 'command', { ...command(type, stream()), payload })
      expect(code, JSON.stringify(payload)?.slice(0, 400)).toBe('REQUEST_MALFORMED')
    }
  })
})

test('every command has a row', () => {
  expect(Object.keys(commands).sort()).toEqual(Object.keys(commandPayloads).sort())
})

test('after all that nothing has happened', async () => {
  const { database } = people.signaling.server
  // Drafted and announced.
  expect(await database.event.count({ where: { streamId: meeting() } })).toBe(2)
  expect(await database.meeting.count()).toBe(2)
})
