// Changing an order of business: up, down, in, out. The three parts keep their order; an item that is moved over the edge of its part
// goes into the next one.
import { type AgendaItem, type AgendaPart, agendaPartSchema, type TemplateItem } from '@hoi-truong/shared/agenda'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { newId } from '../../lib/newId.ts'

export const agendaParts: readonly AgendaPart[] = agendaPartSchema.options

export type Agenda = readonly AgendaItem[]

/** By parts; within a part as they stood. */
export const inOrder = (agenda: Agenda): AgendaItem[] =>
  agendaParts.flatMap((part) => agenda.filter((item) => item.part === part))

const isAtEdge = (agenda: Agenda, place: number, step: 1 | -1): boolean =>
  agenda[place + step]?.part !== agenda[place]?.part

export function mayMove(agenda: Agenda, itemId: string, step: 1 | -1): boolean {
  const place = agenda.findIndex((item) => item.itemId === itemId)
  const item = agenda[place]
  if (!item) return false
  return agenda[place + step] !== undefined || agendaParts[agendaParts.indexOf(item.part) + step] !== undefined
}

export function moved(agenda: Agenda, itemId: string, step: 1 | -1): AgendaItem[] {
  const list = inOrder(agenda)
  const place = list.findIndex((item) => item.itemId === itemId)
  const item = list[place]
  if (!item || !mayMove(list, itemId, step)) return list
  if (isAtEdge(list, place, step)) {
    const part = agendaParts[agendaParts.indexOf(item.part) + step]
    if (!part) return list
    const others = list.filter((other) => other !== item)
    const at = step === 1 ? others.findIndex((other) => other.part === part) : -1
    const changed = { ...item, part }
    if (at === -1) return inOrder([...others, changed])
    return inOrder([...others.slice(0, at), changed, ...others.slice(at)])
  }
  const neighbour = list[place + step]
  return list.map((other, index) => (index === place ? (neighbour ?? other) : index === place + step ? item : other))
}

export const changed = (agenda: Agenda, itemId: string, change: Partial<AgendaItem>): AgendaItem[] =>
  inOrder(agenda.map((item) => (item.itemId === itemId ? { ...item, ...change } : item)))

export const removed = (agenda: Agenda, itemId: string): AgendaItem[] => agenda.filter((item) => item.itemId !== itemId)

/** At the end of its part. */
export function added(agenda: Agenda, part: AgendaPart, presenterId: string | null): AgendaItem[] {
  const item: AgendaItem = {
    itemId: newId(),
    part,
    kind: 'other',
    title: '',
    presenterId,
    minutes: 5,
    inPersonOnly: false,
  }
  return inOrder([...agenda, item])
}

export const totalMinutes = (agenda: Agenda): number => agenda.reduce((sum, { minutes }) => sum + minutes, 0)

/** The rules bar its kind from being done online: the branch cannot lift that. */
export const isBarredByRules = (item: Pick<AgendaItem, 'kind'>, rules: RuleSet): boolean =>
  rules.inPersonOnly.includes(item.kind)

export const templateOf = (agenda: Agenda): TemplateItem[] =>
  inOrder(agenda).map(({ itemId: _, presenterId: __, ...item }) => item)

const comparable = (items: readonly TemplateItem[]): string =>
  JSON.stringify(
    items.map(({ part, kind, title, minutes, inPersonOnly }) => [part, kind, title, minutes, inPersonOnly]),
  )

/** Whether somebody has worked on it since it came from this template; who presents does not count. */
export const isEdited = (agenda: Agenda, template: readonly TemplateItem[]): boolean =>
  comparable(templateOf(agenda)) !== comparable(template)

/** @param presenterOf who presents an item of this template */
export const fromTemplate = (
  template: readonly TemplateItem[],
  presenterOf: (item: TemplateItem) => string | null,
): AgendaItem[] => template.map((item) => ({ ...item, itemId: newId(), presenterId: presenterOf(item) }))
