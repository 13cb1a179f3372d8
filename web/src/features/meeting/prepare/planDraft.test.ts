// A draft against a fake server: saved once, announced once, nothing typed is lost, nobody is overwritten unasked.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import { type MeetingPlan, type MeetingState, meetingPart } from '@hoi-truong/shared/meeting'
import { expect, it } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { PlanDraft } from './planDraft.ts'
import { formOf, type PlanForm } from './planForm.ts'
import { CopyKeeper, meetingPlace } from './workingCopy.ts'

const id = (number: number) => `0b9bb8a3-76c2-4a05-a7a2-58f0a4e3b${String(number).padStart(3, '0')}`
const meetingId = id(500)
const signal = new AbortController().signal
const plan: MeetingPlan = {
  organizationId: id(0),
  kind: 'regular',
  form: 'inPerson',
  month: '2026-12',
  plannedStart: '2026-12-03T12:30:00.000Z',
  plannedEnd: '2026-12-03T14:10:00.000Z',
  place: 'Nhà văn hóa',
  onlineApproval: null,
  chairId: id(1),
  standInId: null,
  minutesSecretaryId: null,
  sites: [{ siteId: id(900), name: 'Nhà văn hóa', operatorId: null }],
  agenda: [],
  guests: [],
  documentsPostedAt: null,
}
const meeting = (change: Partial<MeetingState> = {}): MeetingState => ({
  ...meetingPart.everyone.initial,
  plan,
  revision: 1,
  ...change,
})

function fakeStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** A server that keeps one meeting, as far as preparing goes; `answers` may lose or refuse what it was given. */
function fakeServer(start: MeetingState | null) {
  const server = { meeting: start, given: [] as { id: string; type: string }[], loseAnswers: 0 }
  const seen = new Map<string, true>()
  const take = (type: string, payload: unknown): void => {
    const refuse = (code: ErrorCode) => {
      throw new AppError(code)
    }
    const now = server.meeting
    if (type === 'meeting.draft') {
      if (now) refuse('MEETING_EXISTS')
      server.meeting = meeting({ plan: payload as MeetingPlan })
    } else if (type === 'meeting.revise' && now) {
      const { plan: next, basedOn } = payload as { plan: MeetingPlan; basedOn: number }
      if (basedOn !== now.revision) refuse('MEETING_PLAN_STALE')
      server.meeting = { ...now, plan: next, revision: now.revision + 1 }
    } else if (type === 'meeting.announce' && now) {
      if (now.status === 'announced') refuse('MEETING_ALREADY_ANNOUNCED')
      if ((payload as { basedOn: number }).basedOn !== now.revision) refuse('MEETING_PLAN_STALE')
      server.meeting = { ...now, status: 'announced' }
    } else if (now) server.meeting = { ...now, status: 'cancelled' }
  }
  const give = async (command: { id: string; type: string; payload: unknown }) => {
    server.given.push(command)
    if (!seen.has(command.id)) take(command.type, command.payload)
    seen.set(command.id, true)
    if (server.loseAnswers > 0) {
      server.loseAnswers -= 1
      throw new Unreachable()
    }
    return { streamId: meetingId, seq: 1 }
  }
  const read = async () => {
    if (!server.meeting) throw new AppError('MEETING_UNKNOWN')
    return server.meeting
  }
  return { server, give, read }
}

function setUp(start: MeetingState | null = null, storage = fakeStorage(), shared = fakeServer(start)) {
  const first = formOf(plan)
  /** As a page that is loaded: a writer of its own. */
  const open = () =>
    new PlanDraft(
      {
        give: shared.give,
        read: shared.read,
        keeper: new CopyKeeper(storage, meetingPlace('member', meetingId)),
      },
      { meetingId, organizationId: id(0), meeting: shared.server.meeting, first },
    )
  return { draft: open(), open, storage, shared, server: shared.server }
}

const types = (given: { type: string }[]) => given.map(({ type }) => type)
const place = (draft: PlanDraft) => draft.store.getState().form.place

it('saves a new meeting, then what was changed, and keeps no copy of what is on record', async () => {
  const { draft, server, storage } = setUp()
  draft.change({ place: 'Trường học' })
  expect(storage.kept.size).toBe(1)
  await draft.save(signal)
  expect(draft.store.getState()).toMatchObject({ dirty: false, done: 'saved', saved: { revision: 1 } })
  expect(storage.kept.size).toBe(0)
  draft.change({ place: 'Nhà văn hóa' })
  await draft.save(signal)
  expect(types(server.given)).toEqual(['meeting.draft', 'meeting.revise'])
  expect(server.meeting).toMatchObject({ revision: 2, plan: { place: 'Nhà văn hóa' } })
})

it('announces once, however often it is pressed, and saves before', async () => {
  const { draft, server } = setUp()
  await Promise.all([draft.announce(signal), draft.announce(signal), draft.save(signal)])
  expect(types(server.given)).toEqual(['meeting.draft', 'meeting.announce'])
  expect(draft.store.getState()).toMatchObject({ done: 'announced', saved: { status: 'announced' } })
})

it('gives the same command again while nobody answers', async () => {
  const { draft, server } = setUp()
  server.loseAnswers = 2
  await draft.save(signal)
  expect(new Set(server.given.map((command) => command.id)).size).toBe(1)
  expect(draft.store.getState()).toMatchObject({ silent: false, done: 'saved', saved: { revision: 1 } })
})

it('knows its own plan when the answer was lost over a reload', async () => {
  const { draft, open, server } = setUp()
  draft.change({ place: 'Trường học' })
  server.loseAnswers = 1
  const away = new AbortController()
  const saving = draft.save(away.signal)
  away.abort()
  await saving
  const again = open()
  expect(place(again)).toBe('Trường học')
  await again.announce(signal)
  expect(again.store.getState()).toMatchObject({ theirs: null, done: 'announced' })
  expect(server.meeting).toMatchObject({ revision: 1, status: 'announced' })
})

it('finds what was typed again after a reload', async () => {
  const { draft, open } = setUp(meeting())
  draft.change({ place: 'Trường học' })
  const again = open()
  expect(again.store.getState()).toMatchObject({ dirty: true, restoredFrom: expect.any(String) })
  expect(place(again)).toBe('Trường học')
  again.discard()
  expect(place(again)).toBe('Nhà văn hóa')
  expect(open().store.getState().restoredFrom).toBeNull()
})

it('keeps no copy of what was typed before a reload and saved after it', async () => {
  const { draft, open, storage } = setUp(meeting())
  draft.change({ place: 'Trường học' })
  const again = open()
  await again.save(signal)
  expect(again.store.getState()).toMatchObject({ dirty: false, saved: { revision: 2 } })
  expect(storage.kept.size).toBe(0)
})

it('lets nobody overwrite anybody unasked', async () => {
  const storage = fakeStorage()
  const shared = fakeServer(meeting())
  const { draft: one } = setUp(null, storage, shared)
  const { draft: two } = setUp(null, storage, shared)
  one.change({ place: 'Trường học' })
  two.change({ place: 'Đình làng' })
  await one.save(signal)
  await two.save(signal)
  expect(shared.server.meeting?.plan?.place).toBe('Trường học')
  expect(two.store.getState()).toMatchObject({ dirty: true, theirs: { plan: { place: 'Trường học' } } })
  expect(place(two)).toBe('Đình làng')

  two.keepMine()
  await two.save(signal)
  expect(shared.server.meeting?.plan?.place).toBe('Đình làng')
  one.change({ end: '22:00' })
  await one.announce(signal)
  expect(shared.server.meeting?.status).toBe('draft')
  one.takeTheirs()
  expect(one.store.getState()).toMatchObject({ dirty: false, theirs: null })
  expect(place(one)).toBe('Đình làng')
  await one.announce(signal)
  expect(shared.server.meeting?.status).toBe('announced')
})

it('asks when the plan went on while this device was away', async () => {
  const { draft, open, server } = setUp(meeting())
  draft.change({ place: 'Trường học' })
  server.meeting = meeting({ revision: 3, plan: { ...plan, place: 'Đình làng' } })
  expect(open().store.getState()).toMatchObject({
    form: { place: 'Trường học' },
    theirs: { plan: { place: 'Đình làng' } },
  })
})

it('keeps what was typed while it was being saved', async () => {
  const { draft, open } = setUp()
  const saving = draft.save(signal)
  draft.change({ place: 'Trường học' })
  await saving
  expect(draft.store.getState()).toMatchObject({ dirty: true, saved: { revision: 1 } })
  expect(place(open())).toBe('Trường học')
})

it('keeps a consent that is only half typed', async () => {
  const { draft, open } = setUp(meeting({ plan: { ...plan, form: 'hybrid' } }))
  draft.change({ approvalNumber: '27-CV/ĐU' })
  await draft.save(signal)
  expect(draft.store.getState().dirty).toBe(false)
  expect(open().store.getState().form.approvalNumber).toBe('27-CV/ĐU')
})

it('tells a refusal and goes on', async () => {
  const { draft, shared } = setUp()
  const give = shared.give
  const refusing = new PlanDraft(
    {
      give: async () => {
        throw new AppError('MEETING_TIMES_WRONG')
      },
      read: shared.read,
      keeper: new CopyKeeper(fakeStorage(), 'x'),
    },
    { meetingId, organizationId: id(0), meeting: null, first: formOf(plan) },
  )
  await refusing.save(signal)
  expect(refusing.store.getState()).toMatchObject({
    problem: { code: 'MEETING_TIMES_WRONG' },
    doing: 'nothing',
    dirty: true,
  })
  draft.change({ day: '' } satisfies Partial<PlanForm>)
  await draft.save(signal)
  expect(draft.store.getState().problem).toEqual({ code: 'REQUEST_MALFORMED' })
  expect(give).toBeDefined()
})

it('calls a meeting off', async () => {
  const { draft, server } = setUp(meeting({ status: 'announced' }))
  expect(await draft.callOff('meeting.cancel', 'Bão', signal)).toBe(true)
  expect(server.meeting?.status).toBe('cancelled')
  expect(draft.store.getState().saved.status).toBe('cancelled')
})

it('works where nothing may be kept', async () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError')
  }
  const storage = { ...fakeStorage(), getItem: forbidden, setItem: forbidden, removeItem: forbidden }
  const { draft } = setUp(null, storage)
  draft.change({ place: 'Trường học' })
  await draft.save(signal)
  expect(draft.store.getState().done).toBe('saved')
})
