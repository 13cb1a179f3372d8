import { describe, expect, it, test } from 'vitest'
import { addUp, branchMonth, type MonitoredMeeting } from './index.ts'

const meeting = (more: Partial<MonitoredMeeting> = {}): MonitoredMeeting => ({
  meetingId: '3f2b8c1e-0000-4000-8000-000000000021',
  organizationId: '3f2b8c1e-0000-4000-8000-000000000001',
  seq: 1,
  kind: 'regular',
  form: 'inPerson',
  status: 'announced',
  plannedStart: '2026-11-03T12:30:00.000Z',
  openedAt: null,
  closedAt: null,
  presentCount: 0,
  expectedCount: 22,
  reason: null,
  ...more,
})
const of = (...meetings: Partial<MonitoredMeeting>[]) => ({ meetings: meetings.map(meeting), dueOn: '2026-11-10' })

describe('where a branch stands in a month', () => {
  const cases: [what: string, line: Parameters<typeof branchMonth>[0], before: string, after: string][] = [
    ['nothing', of(), 'notScheduled', 'overdue'],
    ['announced', of({ status: 'announced' }), 'scheduled', 'overdue'],
    ['open', of({ status: 'open' }), 'running', 'running'],
    ['closed', of({ status: 'closed' }), 'held', 'held'],
    ['sealed', of({ status: 'sealed' }), 'held', 'held'],
    ['cancelled', of({ status: 'cancelled' }), 'notScheduled', 'overdue'],
    ['recorded as not held', of({ status: 'notHeld' }), 'notHeld', 'notHeld'],
    ['not held, then announced anew', of({ status: 'notHeld' }, { status: 'announced' }), 'scheduled', 'overdue'],
    ['not held, then held', of({ status: 'notHeld' }, { status: 'closed' }), 'held', 'held'],
    ['held, another announced', of({ status: 'closed' }, { status: 'announced' }), 'held', 'held'],
    ['held, another running', of({ status: 'closed' }, { status: 'open' }), 'running', 'running'],
    ['combined with the thematic one', of({ kind: 'regularPlusThematic', status: 'closed' }), 'held', 'held'],
    ['the thematic one alone', of({ kind: 'thematic', status: 'closed' }), 'notScheduled', 'overdue'],
    ['chi ủy alone', of({ kind: 'committee', status: 'open' }), 'notScheduled', 'overdue'],
    ['not there on the day', { meetings: [], dueOn: null }, 'notScheduled', 'notScheduled'],
  ]

  test.each(cases)('%s', (_what, line, before, after) => {
    expect(branchMonth(line, '2026-11-10')).toBe(before)
    expect(branchMonth(line, '2026-11-11')).toBe(after)
  })
})

describe('the sums', () => {
  it('count branches by state, and people of monthly meetings that run or were held', () => {
    const held = { month: 'held' as const, meetings: [meeting({ status: 'closed', presentCount: 19 })] }
    const running = {
      month: 'running' as const,
      meetings: [
        meeting({ status: 'open', presentCount: 3 }),
        meeting({ kind: 'thematic', status: 'closed', presentCount: 20 }),
      ],
    }
    const scheduled = { month: 'scheduled' as const, meetings: [meeting({ presentCount: 1 })] }
    const sums = addUp([held, running, scheduled])
    expect(sums).toEqual({
      branches: 3,
      byMonth: { notScheduled: 0, scheduled: 1, running: 1, held: 1, overdue: 0, notHeld: 0 },
      present: 22,
      expected: 44,
    })
    expect(addUp([{ sums }, held])).toMatchObject({ branches: 4, present: 41, byMonth: { held: 2, scheduled: 1 } })
  })

  it('are noughts where there is no branch', () => {
    expect(addUp([])).toMatchObject({ branches: 0, byMonth: { held: 0, overdue: 0 }, present: 0, expected: 0 })
  })
})
