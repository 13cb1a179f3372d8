// Every socket request without right and with bad input. One without a row here fails the last test.
import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import { gatewayRequestSchemas } from '@hoi-truong/shared/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringPeople, type People, type Who } from '../testing/people.ts'
import { command, member } from '../testing/signaling.ts'

let people: People

beforeAll(async () => {
  people = await bringPeople()
})
afterAll(() => people.stop())

const meeting = () => people.meetingId
const branch = () => people.signaling.sample.branchId
const site = () => people.signaling.sample.plan.sites[0]?.siteId
/** Far more than any request may be, yet below what closes the socket. */
const LONG = 'x'.repeat(200_000)
const notObjects = [undefined, null, 0, '', LONG, true, [], [{}], Buffer.from('{}')]

const blinded = 'A'.repeat(342)
const shown = { presentationId: randomUUID(), page: 1, pointer: null }

interface RequestRow {
  right: () => Record<string, unknown>
  refused: [who: Who, code: ErrorCode, body?: () => unknown][]
}

const requests: Record<keyof typeof gatewayRequestSchemas, RequestRow> = {
  command: {
    right: () => ({ ...command('attendance.leave', meeting()) }),
    refused: [
      ['stranger', 'MEETING_NOT_MEMBER'],
      ['suspended', 'FORBIDDEN'],
      ['member', 'COMMAND_UNKNOWN', () => command('toString', meeting())],
      ['member', 'COMMAND_UNKNOWN', () => command('__proto__', meeting())],
      ['member', 'COMMAND_UNKNOWN', () => command('meeting.abolish', meeting())],
      ['member', 'STREAM_UNKNOWN', () => command('attendance.leave', randomUUID())],
      ['member', 'STREAM_KIND_WRONG', () => command('attendance.leave', branch())],
      [
        'member',
        'COMMAND_EXPIRED',
        () => command('attendance.leave', meeting(), {}, { validUntil: '2026-01-01T00:00:00Z' }),
      ],
      [
        'member',
        'COMMAND_WITHOUT_EXPIRY',
        () => ({ ...command('attendance.leave', meeting()), validUntil: undefined }),
      ],
      [
        'member',
        'REQUEST_MALFORMED',
        () => command('attendance.leave', meeting(), {}, { validUntil: '2999-01-01T00:00:00Z' }),
      ],
      ['member', 'REQUEST_MALFORMED', () => command('attendance.leave', meeting(), {}, { validUntil: 'tomorrow' })],
    ],
  },
  subscribe: {
    right: () => ({ streamId: meeting() }),
    refused: [
      ['stranger', 'MEETING_NOT_MEMBER'],
      ['suspended', 'FORBIDDEN'],
      ['stranger', 'FORBIDDEN', () => ({ streamId: branch() })],
      ['member', 'FORBIDDEN', () => ({ streamId: people.otherBranchId })],
      ['member', 'STREAM_UNKNOWN', () => ({ streamId: randomUUID() })],
      ['member', 'REQUEST_MALFORMED', () => ({ streamId: meeting(), after: { seq: -1, hash: 'a'.repeat(64) } })],
      ['member', 'REQUEST_MALFORMED', () => ({ streamId: meeting(), after: { seq: 1, hash: 'A' } })],
      ['member', 'REQUEST_MALFORMED', () => ({ streamId: meeting(), after: { seq: 1e300, hash: 'a'.repeat(64) } })],
    ],
  },
  // Whoever follows nothing may also stop following it: there is nobody to refuse.
  unsubscribe: { right: () => ({ streamId: meeting() }), refused: [] },
  siteCode: {
    right: () => ({ meetingId: meeting(), siteId: site() }),
    refused: [
      ['stranger', 'MEETING_NOT_MEMBER'],
      ['suspended', 'FORBIDDEN'],
      ['member', 'FORBIDDEN'],
      ['follower', 'FORBIDDEN'],
      ['chair', 'ATTENDANCE_SITE_UNKNOWN', () => ({ meetingId: meeting(), siteId: randomUUID() })],
      ['chair', 'STREAM_UNKNOWN', () => ({ meetingId: randomUUID(), siteId: site() })],
      ['chair', 'MEETING_UNKNOWN', () => ({ meetingId: branch(), siteId: site() })],
      ['chair', 'REQUEST_MALFORMED', () => ({ meetingId: meeting() })],
    ],
  },
  watch: {
    right: () => ({ organizationId: branch() }),
    refused: [
      ['stranger', 'FORBIDDEN'],
      ['suspended', 'FORBIDDEN'],
      ['member', 'FORBIDDEN'],
      ['chair', 'FORBIDDEN'],
      ['follower', 'FORBIDDEN', () => ({ organizationId: people.otherBranchId })],
      ['follower', 'FORBIDDEN', () => ({ organizationId: randomUUID() })],
      ['member', 'REQUEST_MALFORMED', () => ({ streamId: branch() })],
    ],
  },
  showPage: {
    right: () => ({ meetingId: meeting(), shown }),
    refused: [
      ['stranger', 'MEETING_NOT_MEMBER'],
      ['suspended', 'FORBIDDEN'],
      ['member', 'PRESENTATION_UNKNOWN'],
      ['chair', 'PRESENTATION_UNKNOWN'],
      ['chair', 'STREAM_UNKNOWN', () => ({ meetingId: randomUUID(), shown })],
      ['chair', 'MEETING_UNKNOWN', () => ({ meetingId: branch(), shown })],
      ...[{ page: 0 }, { page: 1.5 }, { page: 5001 }, { page: '1' }, { presentationId: 'x' }, { pointer: [] }].map(
        (bad): RequestRow['refused'][number] => [
          'chair',
          'REQUEST_MALFORMED',
          () => ({ meetingId: meeting(), shown: { ...shown, ...bad } }),
        ],
      ),
      ...[{ x: 0 }, { x: -0.1, y: 0 }, { x: 0, y: 1.1 }, { x: 0, y: 0, z: 0 }].map(
        (pointer): RequestRow['refused'][number] => [
          'chair',
          'REQUEST_MALFORMED',
          () => ({ meetingId: meeting(), shown: { ...shown, pointer } }),
        ],
      ),
    ],
  },
  pollStanding: {
    right: () => ({ meetingId: meeting(), pollId: randomUUID() }),
    refused: [
      ['stranger', 'MEETING_NOT_MEMBER'],
      ['suspended', 'FORBIDDEN'],
      ['member', 'POLL_UNKNOWN'],
      ['follower', 'POLL_UNKNOWN'],
      ['chair', 'STREAM_UNKNOWN', () => ({ meetingId: randomUUID(), pollId: randomUUID() })],
      ['chair', 'MEETING_UNKNOWN', () => ({ meetingId: branch(), pollId: randomUUID() })],
    ],
  },
  takeBallot: {
    right: () => ({ meetingId: meeting(), pollId: randomUUID(), blinded }),
    refused: [
      ['stranger', 'MEETING_NOT_MEMBER'],
      ['suspended', 'FORBIDDEN'],
      ['follower', 'FORBIDDEN'],
      ['member', 'POLL_UNKNOWN'],
      ['chair', 'POLL_UNKNOWN'],
      ['member', 'STREAM_UNKNOWN', () => ({ meetingId: randomUUID(), pollId: randomUUID(), blinded })],
      ['member', 'MEETING_UNKNOWN', () => ({ meetingId: branch(), pollId: randomUUID(), blinded })],
      ...[`+${blinded.slice(1)}`, `${blinded.slice(2)}==`, 'A'.repeat(343)].map(
        (other): RequestRow['refused'][number] => [
          'member',
          'REQUEST_MALFORMED',
          () => ({ meetingId: meeting(), pollId: randomUUID(), blinded: other }),
        ],
      ),
    ],
  },
  // As with a stream: whoever watches nothing may stop watching it.
  unwatch: { right: () => ({ organizationId: branch() }), refused: [] },
  grant: {
    right: () => ({ meetingId: meeting() }),
    refused: [
      ['stranger', 'ATTENDANCE_NOT_IN_ROOM'],
      ['suspended', 'ATTENDANCE_NOT_IN_ROOM'],
      ['member', 'ATTENDANCE_NOT_IN_ROOM'],
      ['member', 'ATTENDANCE_NOT_IN_ROOM', () => ({ meetingId: randomUUID() })],
    ],
  },
}

describe.each(Object.entries(requests))('request %s', (event, { right, refused }) => {
  test.each(notObjects.map((body) => [typeof body === 'string' ? body.length : body, body]))(
    'refuses %j for a body',
    async (_name, body) => {
      expect(await people.ask('member', event, body)).toBe('REQUEST_MALFORMED')
    },
  )

  test('refuses each field missing, of another type or too long, and one too many', async () => {
    for (const field of Object.keys(right())) {
      // A payload is looked at with its command; validUntil is missed in words of its own.
      if (field === 'payload' || field === 'validUntil') continue
      for (const value of [undefined, null, 7, '', LONG, {}, 'none', `${right()[field]}\0`]) {
        const code = await people.ask('member', event, { ...right(), [field]: value })
        expect(
          field === 'type' && typeof value === 'string'
            ? ['COMMAND_UNKNOWN', 'REQUEST_MALFORMED']
            : ['REQUEST_MALFORMED'],
          `${field}: ${String(value).slice(0, 20)}`,
        ).toContain(code)
      }
    }
    expect(await people.ask('member', event, { ...right(), actorId: member('dv01') })).toBe('REQUEST_MALFORMED')
  })

  if (refused.length > 0) {
    test.each(refused)('refuses a %s: %s', async (who, code, body = right) => {
      expect(await people.ask(who, event, body())).toBe(code)
    })
  }
})

test.each(['', 'unknown', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'emit', 'x'.repeat(80)])(
  'the request %j is unknown',
  async (event) => {
    expect(await people.ask('member', event, {})).toBe('REQUEST_UNKNOWN')
  },
)

test('every request has a row', () => {
  expect(Object.keys(requests).sort()).toEqual(Object.keys(gatewayRequestSchemas).sort())
})
