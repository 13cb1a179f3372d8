// The order of business: what is on, what the big button goes to, how long things took; and the templates of the guidance.
import { describe, expect, test } from 'vitest'
import { meetingKindSchema } from '../meeting/kinds.ts'
import { branchTypeSchema } from '../organization/schema.ts'
import { eventOf } from '../testing/events.ts'
import { plan } from '../testing/sampleEvening.ts'
import {
  type AgendaState,
  agendaPart,
  agendaTemplatesPart,
  currentItem,
  nextItem,
  progressOf,
  spentMs,
} from './reduce.ts'
import { type AgendaItem, agendaSchema, agendaTemplateSchema } from './schema.ts'
import { agendaTemplate } from './templates.ts'

const { initial, reduce } = agendaPart.everyone
const id = (number: number) => `5d4cdf7e-9f10-4a51-8a8e-00000000000${number}`
const item = (number: number): AgendaItem => ({
  itemId: id(number),
  part: 'proceeding',
  kind: 'other',
  title: `Nội dung ${number}`,
  presenterId: null,
  minutes: 5,
  inPersonOnly: false,
})
const agenda = [1, 2, 3].map(item)
const drafted = eventOf('meeting.drafted', { plan: { ...plan, agenda } })
const time = (minute: number) => `2026-11-03T12:${String(minute).padStart(2, '0')}:00.000Z`

type Step = [type: string, payload: object, minute: number]
const play = (...steps: Step[]): AgendaState =>
  steps.reduce(
    (state, [type, payload, minute]) => reduce(state, eventOf(type, payload, { at: time(minute) })),
    reduce(initial, drafted),
  )
const start = (number: number, minute: number): Step => ['agenda.itemStarted', { itemId: id(number) }, minute]

describe('the course', () => {
  test('nothing is on at first, and the first item comes next', () => {
    expect([currentItem(play()), nextItem(play())?.itemId]).toEqual([undefined, id(1)])
  })

  test('going on ends the item before', () => {
    const state = play(start(1, 0), start(2, 7))
    expect([1, 2, 3].map((number) => progressOf(state, id(number)))).toEqual(['done', 'running', 'waiting'])
    expect([currentItem(state)?.itemId, nextItem(state)?.itemId]).toEqual([id(2), id(3)])
    expect([spentMs(state, id(1), time(10)), spentMs(state, id(2), time(10))]).toEqual([7 * 60_000, 3 * 60_000])
  })

  test('what was passed over comes at the end, and nothing is next when all are done', () => {
    const skipped = play(start(1, 0), start(3, 5))
    expect(nextItem(skipped)?.itemId).toBe(id(2))
    expect(nextItem(play(start(1, 0), start(3, 5), start(2, 9)))).toBeUndefined()
  })

  test('an item that is taken up again goes on counting', () => {
    const state = play(start(1, 0), start(2, 2), start(1, 5))
    expect(spentMs(state, id(1), time(6))).toBe(3 * 60_000)
    expect(progressOf(state, id(2))).toBe('done')
  })

  test('the closing ends what is on', () => {
    const state = play(start(1, 0), ['meeting.closed', {}, 9])
    expect(state.courses).toEqual([{ itemId: id(1), startedAt: time(0), endedAt: time(9) }])
    expect(currentItem(state)).toBeUndefined()
  })

  test('a changed order keeps what has happened and counts as a new revision', () => {
    const state = play(start(1, 0), ['agenda.revised', { items: [item(1), item(3)] }, 4])
    expect(state).toMatchObject({ revision: 2, courses: [{ itemId: id(1) }] })
    expect(nextItem(state)?.itemId).toBe(id(3))
  })
})

test('two items never share an id, and sixty are enough', () => {
  expect(agendaSchema.safeParse([item(1), item(1)]).success).toBe(false)
  const many = Array.from({ length: 61 }, (_, index) => ({ ...item(1), itemId: crypto.randomUUID(), minutes: index }))
  expect(agendaSchema.safeParse(many).success).toBe(false)
  expect(agendaSchema.safeParse(many.slice(1)).success).toBe(true)
})

describe.each(meetingKindSchema.options)('the template of a meeting of kind %s', (kind) => {
  test.each(branchTypeSchema.options)('is fit for a branch of type %s', (type) => {
    const template = agendaTemplate(kind, type)
    expect(agendaTemplateSchema.safeParse(template).success).toBe(true)
    // In the order of the three parts.
    const parts = template.map(({ part }) => ['opening', 'proceeding', 'closing'].indexOf(part))
    expect(parts).toEqual(parts.toSorted())
  })
})

test('the regular template fills the minimum length, the combined one its longer minimum', () => {
  const minutes = (kind: 'regular' | 'regularPlusThematic') =>
    agendaTemplate(kind, 'village').reduce((sum, each) => sum + each.minutes, 0)
  expect(minutes('regular')).toBeGreaterThanOrEqual(90)
  expect(minutes('regularPlusThematic')).toBeGreaterThanOrEqual(120)
})

test('a branch keeps one template for each kind of meeting', () => {
  const { initial: none, reduce: keep } = agendaTemplatesPart.everyone
  const items = agendaTemplate('thematic', 'school')
  const first = keep(none, eventOf('agenda.templateSaved', { kind: 'thematic', items }))
  const second = keep(first, eventOf('agenda.templateSaved', { kind: 'thematic', items: items.slice(1) }))
  expect(second).toEqual({ thematic: items.slice(1) })
})
