// Reports of a media-server become speeches: begun when heard, pauses bridged, ended by silence, by the floor, by the closing.
import { AppError } from '@hoi-truong/shared/errors'
import type { LogEvent } from '@hoi-truong/shared/log'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StateOfKind, Submission } from '../log/commandDefinition.ts'
import type { StreamSnapshot } from '../log/streamCache.ts'
import { HeardSpeeches } from './HeardSpeeches.ts'

type Everyone = StateOfKind['meeting']['everyone']

const START = Date.parse('2026-11-03T12:30:00.000Z')
const MEETING = '5d4cdf7e-9f10-4a51-8a8e-6a9d6fbb0003'

/** Seconds since the beginning; signaling's own clock began at another number. */
let seconds: number
let everyone: Everyone
let given: Submission[]
let refuses: AppError | null
let reads: number
let unreadable: AppError | null
let heard: HeardSpeeches

const at = () => new Date(START + seconds * 1000).toISOString()
const make = () =>
  new HeardSpeeches({
    read: async () => {
      reads += 1
      if (unreadable) throw unreadable
      return everyone
    },
    readNow: async () => at(),
    submit: async (submission) => {
      if (refuses) throw refuses
      given.push(submission)
    },
    log: pino({ level: 'silent' }),
    now: () => 777_000 + seconds * 1000,
  })

const person = (memberId: string) => ({ [memberId]: [{ ...here, startedAt: new Date(START).toISOString() }] })
const here = { place: { kind: 'device' }, way: 'device', endedAt: null, reason: null } as const

beforeEach(() => {
  seconds = 0
  given = []
  refuses = null
  reads = 0
  unreadable = null
  const initial = meetingReducer.initial().everyone
  everyone = {
    ...initial,
    meeting: { ...initial.meeting, status: 'open', openedAt: at(), chairId: 'chair' },
    attendance: { ...initial.attendance, intervals: { ...person('chair'), ...person('member') } },
  }
  heard = make()
})

/** The meeting changes, and signaling is told as of every committed batch. */
async function happens(type: string, payload: object): Promise<void> {
  const state = { ...meetingReducer.initial(), everyone }
  const event = { type, version: 2, audience: 'everyone', payload, at: at(), actorId: null } as LogEvent
  everyone = meetingReducer.reduce(state, event).everyone
  const snapshot = { streamId: MEETING, kind: 'meeting', state: { ...state, everyone } } as unknown as StreamSnapshot
  heard.follow({ snapshot, entries: [] })
  await heard.round()
}

/** As a media-server reports: each second what changed, each fifth what goes on. */
async function speaks(whoever: string[], until: number): Promise<void> {
  await heard.note(MEETING, whoever)
  for (; seconds < until; seconds += 1) if (seconds % 5 === 0) await heard.note(MEETING, whoever)
}
async function silent(until: number): Promise<void> {
  await heard.note(MEETING, [])
  while (seconds < until) {
    seconds += 1
    await heard.round()
  }
}
const spans = () =>
  given.map(({ type, payload }) => {
    const { memberId, startedAt, endedAt } = payload as { memberId: string; startedAt: string; endedAt: string }
    expect(type).toBe('floor.recordSpeech')
    return [memberId, (Date.parse(startedAt) - START) / 1000, (Date.parse(endedAt) - START) / 1000]
  })

describe('the chair', () => {
  test('is noted once the pause is longer than for a breath, by the log’s clock', async () => {
    await speaks(['chair'], 30)
    await silent(40)
    expect(given).toEqual([])
    await silent(42)
    expect(spans()).toEqual([['chair', 0, 30]])
    await silent(80)
    expect(given).toHaveLength(1)
  })

  test('pauses up to ten seconds are the same speech, a longer one begins another', async () => {
    await speaks(['chair'], 20)
    await silent(29)
    await speaks(['chair'], 40)
    await silent(52)
    await speaks(['chair'], 60)
    await silent(75)
    expect(spans()).toEqual([
      ['chair', 0, 40],
      ['chair', 52, 60],
    ])
  })

  test('a word thrown in is no speech', async () => {
    await speaks(['chair'], 4)
    await silent(30)
    expect(given).toEqual([])
  })

  test('says on which items', async () => {
    everyone = { ...everyone, agenda: { ...everyone.agenda, courses: [] } }
    await speaks(['chair'], 10)
    await happens('agenda.itemStarted', { itemId: 'item' })
    await speaks(['chair'], 30)
    await silent(45)
    expect(given.map(({ payload }) => (payload as { itemId: string | null }).itemId)).toEqual([null, 'item'])
  })
})

describe('who is not noted', () => {
  test('a member who has not the floor, nor one who has it: that is in the log', async () => {
    await speaks(['member'], 20)
    const grant = { speechId: 's', memberId: 'member', siteId: null, itemId: null, limitSeconds: null }
    await happens('floor.granted', grant)
    await speaks(['member'], 60)
    await happens('floor.ended', { speechId: 's', reason: 'own' })
    await silent(90)
    expect(given).toEqual([])
  })

  test('anybody before the opening', async () => {
    everyone = { ...everyone, meeting: { ...everyone.meeting, status: 'announced', openedAt: null } }
    await speaks(['chair', 'member'], 20)
    await silent(40)
    expect(given).toEqual([])
  })

  test('whoever has left', async () => {
    await happens('floor.modeChanged', { mode: 'open' })
    await speaks(['stranger'], 20)
    await silent(40)
    expect(given).toEqual([])
  })
})

describe('ends', () => {
  test('when the floor is given to that one, and goes on after it', async () => {
    await speaks(['chair'], 20)
    const grant = { speechId: 's', memberId: 'chair', siteId: null, itemId: null, limitSeconds: null }
    await happens('floor.granted', grant)
    expect(spans()).toEqual([['chair', 0, 20]])
    await speaks(['chair'], 50)
    await happens('floor.ended', { speechId: 's', reason: 'own' })
    await speaks(['chair'], 60)
    await silent(80)
    expect(spans()).toEqual([
      ['chair', 0, 20],
      ['chair', 50, 60],
    ])
  })

  test('when the floor is chaired again: for all but the chair', async () => {
    await happens('floor.modeChanged', { mode: 'open' })
    await speaks(['chair', 'member'], 20)
    await happens('floor.modeChanged', { mode: 'chaired' })
    expect(spans()).toEqual([['member', 0, 20]])
    await speaks(['chair'], 30)
    await silent(45)
    expect(spans().at(-1)).toEqual(['chair', 0, 30])
  })

  test('at the closing', async () => {
    await speaks(['chair'], 20)
    await happens('meeting.closed', {})
    expect(spans()).toEqual([['chair', 0, 20]])
  })

  test('where the member goes to sit at a site', async () => {
    const site = { siteId: 'hall', name: 'Nhà văn hóa', operatorId: 'chair' }
    const plan = { sites: [site] } as unknown as Everyone['meeting']['plan']
    everyone = { ...everyone, meeting: { ...everyone.meeting, plan } }
    await speaks(['chair'], 20)
    await happens('attendance.intervalEnded', { memberId: 'chair', endedAt: at(), reason: 'moved' })
    const place = { kind: 'site', siteId: 'hall' }
    await happens('attendance.intervalStarted', { memberId: 'chair', place, way: 'operator' })
    await happens('attendance.companionJoined', { memberId: 'chair' })
    await speaks(['chair'], 40)
    await silent(55)
    expect(given.map(({ payload }) => payload)).toMatchObject([
      { memberId: 'chair', siteId: null },
      { memberId: null, siteId: 'hall' },
    ])
  })

  test('where the media-server was last heard, when it falls silent itself', async () => {
    await speaks(['chair'], 20)
    while (seconds < 60) {
      seconds += 1
      await heard.round()
    }
    expect(spans()).toEqual([['chair', 0, 15]])
  })

  test('when signaling stops: as far as it was heard', async () => {
    await speaks(['chair'], 18)
    await heard.stop()
    expect(spans()).toEqual([['chair', 0, 18]])
  })
})

describe('the database', () => {
  test('away at the end of a speech: written when it is back, under the same id', async () => {
    await speaks(['chair'], 20)
    refuses = new AppError('DATABASE_UNAVAILABLE')
    await silent(60)
    expect(given).toEqual([])
    refuses = null
    await silent(62)
    expect(spans()).toEqual([['chair', 0, 20]])
  })

  test('a refusal of another kind is final', async () => {
    await speaks(['chair'], 20)
    refuses = new AppError('MEETING_CLOSED')
    await silent(40)
    refuses = null
    await silent(50)
    expect(given).toEqual([])
  })

  test('is asked nothing about rooms where all are silent', async () => {
    await heard.note(MEETING, [])
    await silent(20)
    expect(reads).toBe(0)
  })
})

test('a room of no meeting, where somebody tries the own sound, is asked about once', async () => {
  unreadable = new AppError('STREAM_UNKNOWN')
  await speaks(['member'], 60)
  await silent(80)
  await speaks(['member'], 120)
  expect(reads).toBe(1)
})
