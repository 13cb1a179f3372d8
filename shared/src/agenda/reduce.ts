// The order of business in a meeting's state: what was planned, what is on, what took how long.
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { MeetingEvent } from '../meeting/events.ts'
import type { MeetingKind } from '../meeting/kinds.ts'
import type { AgendaEvent } from './events.ts'
import type { AgendaItem, TemplateItem } from './schema.ts'

/** An item may be taken up more than once (ISO 8601; `endedAt` null while it is on). */
export interface AgendaCourse {
  itemId: string
  startedAt: string
  endedAt: string | null
}

export interface AgendaState {
  items: readonly AgendaItem[]
  /** How often the items have changed: whoever changes them says which they saw. */
  revision: number
  /** In order of time; at most the last one is on. */
  courses: readonly AgendaCourse[]
}

export type ItemProgress = 'waiting' | 'running' | 'done'

const initial: AgendaState = { items: [], revision: 0, courses: [] }

/** The item that is on. */
export function currentItem(state: AgendaState): AgendaItem | undefined {
  const last = state.courses.at(-1)
  return last && last.endedAt === null ? state.items.find(({ itemId }) => itemId === last.itemId) : undefined
}

export function progressOf(state: AgendaState, itemId: string): ItemProgress {
  if (currentItem(state)?.itemId === itemId) return 'running'
  return state.courses.some((course) => course.itemId === itemId) ? 'done' : 'waiting'
}

/** What the one big button goes to: the first item that waits behind the latest one, else the first that was passed over. */
export function nextItem(state: AgendaState): AgendaItem | undefined {
  const latest = state.courses.at(-1)?.itemId
  const place = state.items.findIndex(({ itemId }) => itemId === latest)
  const waits = ({ itemId }: AgendaItem) => progressOf(state, itemId) === 'waiting'
  return state.items.slice(place + 1).find(waits) ?? state.items.find(waits)
}

/** How long an item has taken in all, in milliseconds. @param now ISO 8601, for the one that is on */
export function spentMs(state: AgendaState, itemId: string, now: string): number {
  return state.courses
    .filter((course) => course.itemId === itemId)
    .reduce((sum, { startedAt, endedAt }) => sum + Math.max(0, Date.parse(endedAt ?? now) - Date.parse(startedAt)), 0)
}

const finished = (courses: readonly AgendaCourse[], at: string): readonly AgendaCourse[] => {
  const last = courses.at(-1)
  return last && last.endedAt === null ? [...courses.slice(0, -1), { ...last, endedAt: at }] : courses
}

function reduce(state: AgendaState, logEvent: LogEvent): AgendaState {
  const event = logEvent as LogEvent & (AgendaEvent | MeetingEvent)
  switch (event.type) {
    case 'meeting.drafted':
    case 'meeting.practiceStarted':
    case 'meeting.planChanged':
      return { ...state, items: event.payload.plan.agenda, revision: state.revision + 1 }
    case 'agenda.revised':
      return { ...state, items: event.payload.items, revision: state.revision + 1 }
    case 'agenda.itemStarted': {
      const started = { itemId: event.payload.itemId, startedAt: event.at, endedAt: null }
      return { ...state, courses: [...finished(state.courses, event.at), started] }
    }
    case 'agenda.itemFinished':
    case 'meeting.closed':
      return { ...state, courses: finished(state.courses, event.at) }
    default:
      return state
  }
}

export const agendaPart = { everyone: { initial, reduce } } satisfies FeaturePart<AgendaState>

/** In a branch's stream: its own templates by kind of meeting. */
export type AgendaTemplates = Readonly<Partial<Record<MeetingKind, readonly TemplateItem[]>>>

function reduceTemplates(state: AgendaTemplates, logEvent: LogEvent): AgendaTemplates {
  const event = logEvent as LogEvent & AgendaEvent
  return event.type === 'agenda.templateSaved' ? { ...state, [event.payload.kind]: event.payload.items } : state
}

export const agendaTemplatesPart = {
  everyone: { initial: {} as AgendaTemplates, reduce: reduceTemplates },
} satisfies FeaturePart<AgendaTemplates>
