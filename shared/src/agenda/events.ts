// The course of the order of business as events.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'
import { type MeetingKind, meetingKindSchema } from '../meeting/kinds.ts'
import { type AgendaItem, agendaSchema, agendaTemplateSchema, type TemplateItem } from './schema.ts'

export type AgendaEvent =
  /** The chair goes to this item; the one before it is over. */
  | EventDraft<'agenda.itemStarted', { itemId: string }>
  | EventDraft<'agenda.itemFinished', { itemId: string }>
  /** Changed during the meeting, as the branch decides when it adopts its agenda. */
  | EventDraft<'agenda.revised', { items: AgendaItem[] }>
  /** On the branch's stream: how it wants to begin with meetings of this kind. */
  | EventDraft<'agenda.templateSaved', { kind: MeetingKind; items: TemplateItem[] }>

const itemId = z.uuid().toLowerCase()

export const agendaCommands = {
  'agenda.start': z.strictObject({ itemId }),
  /** Ends the item that is on, without going to another. */
  'agenda.finish': z.strictObject({ itemId }),
  /** `basedOn`: how often the order of business had been changed when its editor was opened. */
  'agenda.revise': z.strictObject({ items: agendaSchema, basedOn: z.int().nonnegative() }),
  /** On the branch's stream. */
  'agenda.saveTemplate': z.strictObject({ kind: meetingKindSchema, items: agendaTemplateSchema }),
} as const
