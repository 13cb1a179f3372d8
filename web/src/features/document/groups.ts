// The documents as they are listed: those of the whole meeting first, then item by item in the order of business.
import type { AgendaItem, AgendaState } from '@hoi-truong/shared/agenda'
import type { DocumentsState, PostedDocument } from '@hoi-truong/shared/document'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { inOrder } from '../agenda/editAgenda.ts'

/** What of a meeting's state the documents are listed from. */
export interface MeetingWithDocuments {
  meeting: MeetingState
  agenda: AgendaState
  documents: DocumentsState
}

export interface NumberedItem {
  itemId: string
  number: number
  title: string
}

export interface DocumentGroup {
  /** Null: for the whole meeting. Undefined: the item is no longer in the order of business. */
  item: NumberedItem | null | undefined
  documents: PostedDocument[]
}

/** Numbered as in the room and on the notice. */
export function itemsOf({ meeting, agenda }: Pick<MeetingWithDocuments, 'meeting' | 'agenda'>): NumberedItem[] {
  const items: readonly AgendaItem[] = agenda.items.length > 0 ? agenda.items : inOrder(meeting.plan?.agenda ?? [])
  return items.map(({ itemId, title }, index) => ({ itemId, number: index + 1, title }))
}

/** Only those with documents. @param withWithdrawn for whoever keeps them */
export function groupsOf(state: MeetingWithDocuments, withWithdrawn: boolean): DocumentGroup[] {
  const shown = state.documents.filter(({ withdrawn }) => withWithdrawn || withdrawn === null)
  const items = itemsOf(state)
  const known = new Set(items.map(({ itemId }) => itemId))
  const groups: DocumentGroup[] = [
    { item: null, documents: shown.filter(({ itemId }) => itemId === null) },
    ...items.map((item) => ({ item, documents: shown.filter(({ itemId }) => itemId === item.itemId) })),
    { item: undefined, documents: shown.filter(({ itemId }) => itemId !== null && !known.has(itemId)) },
  ]
  return groups.filter(({ documents }) => documents.length > 0)
}
