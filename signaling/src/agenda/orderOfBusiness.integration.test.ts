// The chair goes through the order of business: item after item, over some, back to others; and the branch changes what is left.
import { randomUUID } from 'node:crypto'
import { type AgendaItem, currentItem, nextItem, progressOf } from '@hoi-truong/shared/agenda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestMeetings, type TestMeeting, type TestMeetings } from '../testing/meetings.ts'
import { member } from '../testing/signaling.ts'

let meetings: TestMeetings

beforeAll(async () => {
  meetings = await openTestMeetings()
})
afterAll(() => meetings.stop())

const item = (title: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  itemId: randomUUID(),
  part: 'proceeding',
  kind: 'report',
  title,
  presenterId: null,
  minutes: 30,
  inPersonOnly: false,
  ...more,
})

/** Three items and one that is done in person only. */
async function opened(): Promise<{
  meeting: TestMeeting
  items: AgendaItem[]
  start: (index: number) => Promise<string>
}> {
  const items = [item('Một'), item('Hai'), item('Ba'), item('Kết nạp', { kind: 'admission' })]
  const meeting = await meetings.opened({ agenda: items })
  const start = (index: number) => meeting.give('dv01', 'agenda.start', { itemId: items[index]?.itemId })
  return { meeting, items, start }
}
const agendaOf = async (meeting: TestMeeting) => (await meeting.state()).agenda
const progress = async (meeting: TestMeeting) => {
  const agenda = await agendaOf(meeting)
  return agenda.items.map(({ itemId }) => progressOf(agenda, itemId))
}

describe('going through it', () => {
  test('an item that starts ends the one before', async () => {
    const { meeting, start } = await opened()
    expect(await start(0)).toBe('ok')
    expect(await start(1)).toBe('ok')
    const { courses } = await agendaOf(meeting)
    expect(courses[0]?.endedAt).toBe(courses[1]?.startedAt)
    expect(await progress(meeting)).toEqual(['done', 'running', 'waiting', 'waiting'])
  })

  test('over some and back to them: what was passed over comes next after the last', async () => {
    const { meeting, items, start } = await opened()
    await start(0)
    await start(2)
    expect(await progress(meeting)).toEqual(['done', 'waiting', 'running', 'waiting'])
    expect(nextItem(await agendaOf(meeting))?.title).toBe('Kết nạp')
    await start(1)
    expect(nextItem(await agendaOf(meeting))?.title).toBe('Kết nạp')
    expect(await start(0)).toBe('ok')
    const { courses } = await agendaOf(meeting)
    expect(courses.filter(({ itemId }) => itemId === items[0]?.itemId)).toHaveLength(2)
  })

  test('starting what is on changes nothing', async () => {
    const { meeting, start } = await opened()
    await start(0)
    const before = (await meetings.log.entries(meeting.id)).length
    expect(await start(0)).toBe('ok')
    expect(await meetings.log.entries(meeting.id)).toHaveLength(before)
  })

  test('only what is on can end, only what is on the list can start', async () => {
    const { meeting, items, start } = await opened()
    const finish = (index: number) => meeting.give('dv01', 'agenda.finish', { itemId: items[index]?.itemId })
    expect(await finish(0)).toBe('AGENDA_ITEM_NOT_RUNNING')
    await start(0)
    expect(await finish(1)).toBe('AGENDA_ITEM_NOT_RUNNING')
    expect(await finish(0)).toBe('ok')
    expect(await finish(0)).toBe('AGENDA_ITEM_NOT_RUNNING')
    expect(currentItem(await agendaOf(meeting))).toBeUndefined()
    expect(await meeting.give('dv01', 'agenda.start', { itemId: randomUUID() })).toBe('AGENDA_ITEM_UNKNOWN')
  })

  test('the closing ends it, and taken back it waits for the chair', async () => {
    const { meeting, start } = await opened()
    await start(0)
    await meeting.give('dv01', 'meeting.close')
    const { meeting: state, agenda } = await meeting.state()
    expect(agenda.courses).toMatchObject([{ endedAt: state.closedAt }])
    expect(await start(1)).toBe('MEETING_CLOSED')
    await meeting.give('dv01', 'meeting.reopen')
    expect(currentItem(await agendaOf(meeting))).toBeUndefined()
    expect(await start(1)).toBe('ok')
  })

  test('before the opening nothing starts', async () => {
    const meeting = await meetings.announced()
    const { itemId } = meeting.plan.agenda[0] as AgendaItem
    expect(await meeting.give('dv01', 'agenda.start', { itemId })).toBe('MEETING_NOT_OPEN')
  })
})

describe('an item for those who sit together', () => {
  test('waits until somebody sits at a site', async () => {
    const { meeting, start } = await opened()
    await meeting.give('dv01', 'attendance.enter')
    expect(await start(3)).toBe('AGENDA_IN_PERSON_ONLY')
    const atSite = { siteId: meeting.plan.sites[0]?.siteId, memberIds: [member('dv04')] }
    await meeting.give('dv14', 'attendance.checkInAtSite', atSite)
    expect(await start(3)).toBe('ok')
    await start(0)
    await meeting.give('dv14', 'attendance.checkOutAtSite', atSite)
    expect(await start(3)).toBe('AGENDA_IN_PERSON_ONLY')
  })

  test('is not run online, even if it gets onto the list during the meeting', async () => {
    const items = [item('Một')]
    const meeting = await meetings.opened({ form: 'online', place: null, sites: [], agenda: items })
    const barred = item('Kỷ luật', { kind: 'discipline' })
    expect(await meeting.give('dv01', 'agenda.revise', { items: [...items, barred], basedOn: 1 })).toBe('ok')
    expect(await meeting.give('dv01', 'agenda.start', { itemId: barred.itemId })).toBe('AGENDA_IN_PERSON_ONLY')
  })
})

describe('changing it during the meeting', () => {
  test('by the order of business that the chair saw', async () => {
    const { meeting, items } = await opened()
    const added = [...items, item('Việc khác', { presenterId: member('dv04') })]
    const revise = (list: AgendaItem[], basedOn: number) =>
      meeting.give('dv01', 'agenda.revise', { items: list, basedOn })
    expect(await revise(added, 2)).toBe('AGENDA_STALE')
    expect(await revise(added, 1)).toBe('ok')
    expect(await revise(items, 1)).toBe('AGENDA_STALE')
    expect((await agendaOf(meeting)).items.at(-1)?.title).toBe('Việc khác')
    expect(await revise([], 2)).toBe('AGENDA_EMPTY')
    expect(await revise([...items, item('X', { presenterId: randomUUID() })], 2)).toBe('MEETING_PERSON_NOT_ON_ROLL')
    expect(await revise([...items, item('X', { presenterId: member('db01') })], 2)).toBe('ok')
  })

  test('what was taken up stays on it, also in another place; the rest may go', async () => {
    const { meeting, items, start } = await opened()
    const [one, two, three] = items as [AgendaItem, AgendaItem, AgendaItem]
    await start(0)
    await start(1)
    const revise = (list: AgendaItem[], basedOn: number) =>
      meeting.give('dv01', 'agenda.revise', { items: list, basedOn })
    expect(await revise([two, three], 1)).toBe('AGENDA_ITEM_UNKNOWN')
    expect(await revise([three, two, one], 1)).toBe('ok')
    expect(await progress(meeting)).toEqual(['waiting', 'running', 'done'])
    expect(await start(3)).toBe('AGENDA_ITEM_UNKNOWN')
  })
})
