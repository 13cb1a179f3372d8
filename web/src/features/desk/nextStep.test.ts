// States are made by hand here: the reducers' own tests show how they come about.
import type { AgendaItem } from '@hoi-truong/shared/agenda'
import { rollCall } from '@hoi-truong/shared/attendance'
import type { MeetingPlan, MeetingStatus } from '@hoi-truong/shared/meeting'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import { describe, expect, it } from 'vitest'
import { closingFindings, mayStart, nextStep } from './nextStep.ts'

const openedAt = '2026-11-03T12:30:00.000Z'
const after = (minutes: number) => new Date(Date.parse(openedAt) + minutes * 60_000).toISOString()
const siteId = 's1'

const item = (itemId: string, over: Partial<AgendaItem> = {}): AgendaItem => ({
  itemId,
  part: 'proceeding',
  kind: 'report',
  title: `Nội dung ${itemId}`,
  presenterId: null,
  minutes: 10,
  inPersonOnly: false,
  ...over,
})
const items = [item('a', { part: 'opening', kind: 'rollCall' }), item('b'), item('c', { kind: 'admission' })]

const plan: MeetingPlan = {
  organizationId: 'o',
  kind: 'regular',
  form: 'hybrid',
  month: '2026-11',
  plannedStart: openedAt,
  plannedEnd: after(100),
  place: null,
  onlineApproval: null,
  chairId: 'm1',
  standInId: null,
  minutesSecretaryId: null,
  sites: [{ siteId, name: 'Nhà văn hóa', operatorId: null }],
  agenda: items,
  guests: [],
  documentsPostedAt: after(-48 * 60),
}

const initial = meetingReducer.initial().everyone
interface Course {
  status?: MeetingStatus
  taken?: string[]
  atSite?: string[]
  form?: MeetingPlan['form']
  minutesSecretaryId?: string | null
  confirmed?: boolean
}
function stateOf(course: Course = {}): MeetingStreamState['everyone'] {
  const { status = 'open', taken = [], atSite = ['m1', 'm2', 'm3'], form = 'hybrid', confirmed = true } = course
  const members = ['m1', 'm2', 'm3'].map((memberId) => ({
    memberId,
    name: memberId,
    category: 'official' as const,
    status: 'active' as const,
    office: 'member' as const,
    title: null,
    temporary: false,
  }))
  const interval = { place: { kind: 'site' as const, siteId }, way: 'operator' as const, startedAt: openedAt }
  return {
    ...initial,
    meeting: {
      ...initial.meeting,
      status,
      plan: { ...plan, form },
      roll: { organizationName: 'Chi bộ', upperName: null, members, followers: [], guests: [] },
      chairId: 'm1',
      minutesSecretaryId: course.minutesSecretaryId === undefined ? 'm2' : course.minutesSecretaryId,
      openedAt: status === 'announced' ? null : openedAt,
    },
    agenda: {
      items,
      revision: 1,
      courses: taken.map((itemId, index) => ({
        itemId,
        startedAt: after(index),
        endedAt: index === taken.length - 1 ? null : after(index + 1),
      })),
    },
    attendance: {
      ...initial.attendance,
      intervals: Object.fromEntries(atSite.map((id) => [id, [{ ...interval, endedAt: null, reason: null }]])),
      quorum: confirmed ? { at: openedAt, present: 3, base: 3, level: 'green' } : null,
    },
  }
}

function planned(course: Course, minutes = 20) {
  const state = stateOf(course)
  const now = after(minutes)
  const next = nextStep(state, rollCall(state.meeting, state.attendance, now), now)
  return { step: next?.step, codes: next?.findings.map(({ code }) => code), blocked: next?.blocked }
}

describe('the large button', () => {
  it('opens, goes from item to item, and closes when none is left', () => {
    expect(planned({ status: 'announced' }).step).toEqual({ kind: 'open' })
    expect(planned({}).step).toMatchObject({ kind: 'start', item: { itemId: 'a' } })
    expect(planned({ taken: ['a'] }).step).toMatchObject({ kind: 'start', item: { itemId: 'b' } })
    expect(planned({ taken: ['a', 'b', 'c'] }).step).toEqual({ kind: 'close' })
  })

  it('comes back to what was passed over', () => {
    expect(planned({ taken: ['a', 'c'] }).step).toMatchObject({ kind: 'start', item: { itemId: 'b' } })
  })

  it('has nothing to do in a draft or after the end', () => {
    expect(planned({ status: 'draft' }).step).toBeUndefined()
    expect(planned({ status: 'closed' }).step).toBeUndefined()
  })
})

describe('what is missing before it', () => {
  it('warns of a missing minutes secretary before the opening, and lets open', () => {
    const { codes, blocked } = planned({ status: 'announced', minutesSecretaryId: null })
    expect(codes).toEqual(['minutesSecretaryMissing'])
    expect(blocked).toBe(false)
  })

  it('asks for the statement on the quorum before the second part', () => {
    expect(planned({ confirmed: false }).codes).toEqual([])
    expect(planned({ confirmed: false, taken: ['a'] }).codes).toEqual(['quorumUnconfirmed'])
  })

  it('blocks an item that is done in person only while nobody is at a site', () => {
    expect(planned({ taken: ['a', 'b'] }).blocked).toBe(false)
    expect(planned({ taken: ['a', 'b'], atSite: [] })).toMatchObject({
      codes: ['AGENDA_IN_PERSON_ONLY'],
      blocked: true,
    })
    expect(planned({ taken: ['a', 'b'], form: 'online' }).blocked).toBe(true)
  })

  it('says of any item whether it could be gone to', () => {
    const state = stateOf({ atSite: [] })
    const call = rollCall(state.meeting, state.attendance, after(1))
    expect(items.map((one) => mayStart(state, call, one))).toEqual([true, true, false])
  })

  it('tells before closing what is left and how long is missing, whenever that is asked', () => {
    const state = stateOf({ taken: ['a'] })
    const now = after(20)
    const findings = closingFindings(state, rollCall(state.meeting, state.attendance, now), now)
    expect(findings.map(({ code }) => code)).toEqual(['tooShort', 'itemsLeft'])
    expect(planned({ taken: ['a', 'b', 'c'] }, 95).codes).toEqual([])
  })
})
