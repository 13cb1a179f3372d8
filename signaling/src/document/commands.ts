// Commands on a meeting's documents. Posting is given by the upload route alone, when the file has been inspected and is stored.
import { type DocumentEvent, MOST_DOCUMENTS, type PostedDocument } from '@hoi-truong/shared/document'
import { AppError } from '@hoi-truong/shared/errors'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { defineCommand, type StateOfKind } from '../log/commandDefinition.ts'

type Everyone = StateOfKind['meeting']['everyone']
type EventOf<T extends DocumentEvent['type']> = Extract<DocumentEvent, { type: T }>

const documentEvent = <T extends DocumentEvent['type']>(type: T, payload: EventOf<T>['payload']): EventOf<T> =>
  ({ type, version: 1, audience: 'everyone', payload }) as EventOf<T>

/** Also after the closing: what was spoken about may be added to the record until that is sealed. @throws AppError */
function requireChangeable({ status }: MeetingState): void {
  if (status === 'cancelled' || status === 'notHeld') throw new AppError('MEETING_CANCELLED')
  if (status === 'sealed') throw new AppError('MEETING_CLOSED')
}

export const findDocument = ({ documents }: Everyone, documentId: string): PostedDocument | undefined =>
  documents.find((document) => document.documentId === documentId)

/** Every member may practise, again and again, and files stay: enough to see how it is done. */
export const MOST_IN_PRACTICE = 5

/** Asked before a byte is read, and again when the file is there. @throws AppError */
export function assertPostable({ meeting, agenda, documents }: Everyone, itemId: string | null): void {
  requireChangeable(meeting)
  if (itemId !== null && !agenda.items.some((item) => item.itemId === itemId)) throw new AppError('AGENDA_ITEM_UNKNOWN')
  const most = meeting.practice ? MOST_IN_PRACTICE : MOST_DOCUMENTS
  if (documents.length >= most) throw new AppError('DOCUMENT_LIMIT', { most })
}

export const documentCommandDefinitions = [
  defineCommand<'meeting', 'document.post'>({
    type: 'document.post',
    stream: 'meeting',
    action: 'document.post',
    timing: 'deferrable',
    internal: true,
    decide: ({ state, payload }) => {
      assertPostable(state.everyone, payload.itemId)
      if (findDocument(state.everyone, payload.documentId)) throw new AppError('DOCUMENT_ID_REUSED')
      return { events: [documentEvent('document.posted', payload)] }
    },
  }),

  defineCommand<'meeting', 'document.withdraw'>({
    type: 'document.withdraw',
    stream: 'meeting',
    action: 'document.withdraw',
    timing: 'deferrable',
    decide: ({ state, payload }) => {
      requireChangeable(state.everyone.meeting)
      const document = findDocument(state.everyone, payload.documentId)
      if (!document) throw new AppError('DOCUMENT_UNKNOWN')
      return { events: document.withdrawn ? [] : [documentEvent('document.withdrawn', payload)] }
    },
  }),
]
