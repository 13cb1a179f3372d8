import type { MeetingFigure, MonitoringView } from '@hoi-truong/shared/monitoring'
import { addUp } from '@hoi-truong/shared/monitoring'
import { describe, expect, it } from 'vitest'
import { applyFigures } from './figures.ts'

const figure = (more: Partial<MeetingFigure> = {}): MeetingFigure => ({
  meetingId: 'meeting',
  organizationId: 'branch',
  month: '2026-11',
  seq: 3,
  kind: 'regular',
  form: 'inPerson',
  status: 'open',
  plannedStart: '2026-11-03T12:30:00.000Z',
  openedAt: '2026-11-03T12:31:00.000Z',
  closedAt: null,
  presentCount: 5,
  expectedCount: 22,
  reason: null,
  ...more,
})

const beneath = addUp([
  { month: 'held', meetings: [figure({ status: 'closed', presentCount: 10, expectedCount: 11 })] },
])
const empty: MonitoringView = {
  month: '2026-11',
  organization: { organizationId: 'commune', name: 'Đảng bộ xã' },
  above: [],
  sums: beneath,
  accounts: { members: 25, able: 22, active: 20, activeAble: 19, waiting: 0 },
  lines: [
    {
      kind: 'branch',
      organizationId: 'branch',
      name: 'Chi bộ 2',
      code: '2',
      dueOn: '2026-11-10',
      endedFrom: null,
      month: 'overdue',
      meetings: [],
    },
    { kind: 'committee', organizationId: 'section', name: 'Đảng bộ bộ phận', code: '3', sums: beneath },
  ],
  now: '2026-11-12T00:00:00.000Z',
}
const apply = (view: MonitoringView, ...meetings: MeetingFigure[]) =>
  applyFigures(view, { organizationId: 'commune', meetings, beneath: [] }, '2026-11-12')
const branchOf = ({ lines }: MonitoringView) => {
  const [line] = lines
  if (line?.kind !== 'branch') throw new Error('no branch')
  return line
}

describe('figures that are pushed', () => {
  it('move the line of their branch and the sums', () => {
    const view = apply(empty, figure())
    expect(branchOf(view)).toMatchObject({ month: 'running', meetings: [{ presentCount: 5 }] })
    expect(view.sums).toMatchObject({
      branches: 2,
      present: 15,
      expected: 33,
      byMonth: { running: 1, held: 1, overdue: 0 },
    })
    expect(view.lines[1]).toBe(empty.lines[1])
  })

  it('are not put back by what is older', () => {
    const view = apply(empty, figure({ seq: 9, presentCount: 9 }))
    expect(apply(view, figure({ seq: 8, presentCount: 8 }))).toBe(view)
    expect(branchOf(apply(view, figure({ seq: 9, presentCount: 10 }))).meetings).toMatchObject([{ presentCount: 10 }])
  })

  it('stand in order of time beside the others', () => {
    const other = figure({ meetingId: 'thematic', kind: 'thematic', plannedStart: '2026-11-02T12:30:00.000Z' })
    expect(branchOf(apply(apply(empty, figure()), other)).meetings.map(({ meetingId }) => meetingId)).toEqual([
      'thematic',
      'meeting',
    ])
  })

  it('of another month change nothing, and take away a meeting that has moved there', () => {
    expect(apply(empty, figure({ month: '2026-12' }))).toBe(empty)
    const moved = apply(apply(empty, figure()), figure({ month: '2026-12', seq: 4 }))
    expect(branchOf(moved)).toMatchObject({ month: 'overdue', meetings: [] })
  })

  it('of a branch that is not listed change nothing', () => {
    expect(apply(empty, figure({ organizationId: 'elsewhere' }))).toBe(empty)
  })
})
