// Commands on the order of business: the chair goes from item to item, the branch changes it, or keeps it as its template.
import { type AgendaEvent, currentItem } from '@hoi-truong/shared/agenda'
import { rollCall, rulesOf } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { canonicalJson } from '@hoi-truong/shared/log'
import { mayRunNow } from '@hoi-truong/shared/meeting'
import { defineCommand, type StateOfKind } from '../log/commandDefinition.ts'
import { requireOpen } from '../meeting/course.ts'

type EventOf<T extends AgendaEvent['type']> = Extract<AgendaEvent, { type: T }>

const agendaEvent = <T extends AgendaEvent['type']>(type: T, payload: EventOf<T>['payload']): EventOf<T> =>
  ({ type, version: 1, audience: 'everyone', payload }) as EventOf<T>

/** An item that is done in person only is refused to a meeting without anybody at a site (DOMAIN 3.4). @throws AppError */
function assertMayRun(
  { meeting, agenda, attendance }: StateOfKind['meeting']['everyone'],
  itemId: string,
  at: string,
): void {
  const item = agenda.items.find((candidate) => candidate.itemId === itemId)
  if (!item) throw new AppError('AGENDA_ITEM_UNKNOWN')
  const form = meeting.plan?.form ?? 'online'
  if (!mayRunNow(item, rulesOf(meeting), form, rollCall(meeting, attendance, at).atSites))
    throw new AppError('AGENDA_IN_PERSON_ONLY', { item: item.title })
}

export const agendaCommandDefinitions = [
  defineCommand<'meeting', 'agenda.start'>({
    type: 'agenda.start',
    stream: 'meeting',
    action: 'agenda.start',
    timing: 'live',
    decide: ({ state, payload: { itemId }, at }) => {
      const { meeting, agenda } = state.everyone
      requireOpen(meeting)
      assertMayRun(state.everyone, itemId, at)
      if (currentItem(agenda)?.itemId === itemId) return { events: [] }
      return { events: [agendaEvent('agenda.itemStarted', { itemId })] }
    },
  }),

  defineCommand<'meeting', 'agenda.finish'>({
    type: 'agenda.finish',
    stream: 'meeting',
    action: 'agenda.finish',
    timing: 'live',
    decide: ({ state, payload: { itemId } }) => {
      const { meeting, agenda } = state.everyone
      requireOpen(meeting)
      if (currentItem(agenda)?.itemId !== itemId) throw new AppError('AGENDA_ITEM_NOT_RUNNING')
      return { events: [agendaEvent('agenda.itemFinished', { itemId })] }
    },
  }),

  defineCommand<'meeting', 'agenda.revise'>({
    type: 'agenda.revise',
    stream: 'meeting',
    action: 'agenda.revise',
    timing: 'live',
    decide: ({ state, payload: { items, basedOn } }) => {
      const { meeting, agenda } = state.everyone
      // Before the opening the order of business is part of the plan.
      requireOpen(meeting)
      if (basedOn !== agenda.revision) throw new AppError('AGENDA_STALE')
      if (items.length === 0) throw new AppError('AGENDA_EMPTY')
      // What was taken up has happened: it stays on the list.
      const kept = new Set(items.map(({ itemId }) => itemId))
      if (!agenda.courses.every(({ itemId }) => kept.has(itemId))) throw new AppError('AGENDA_ITEM_UNKNOWN')
      const people = new Set(
        [...(meeting.roll?.members ?? []), ...(meeting.roll?.followers ?? []), ...(meeting.roll?.guests ?? [])].map(
          ({ memberId }) => memberId,
        ),
      )
      if (!items.every(({ presenterId }) => presenterId === null || people.has(presenterId)))
        throw new AppError('MEETING_PERSON_NOT_ON_ROLL')
      return { events: [agendaEvent('agenda.revised', { items })] }
    },
  }),

  defineCommand<'organization', 'agenda.saveTemplate'>({
    type: 'agenda.saveTemplate',
    stream: 'organization',
    action: 'agenda.saveTemplate',
    timing: 'deferrable',
    decide: ({ state, payload }) => {
      const before = state.everyone.agendaTemplates[payload.kind] ?? []
      const same = canonicalJson(before) === canonicalJson(payload.items)
      return { events: same ? [] : [agendaEvent('agenda.templateSaved', payload)] }
    },
  }),
]
