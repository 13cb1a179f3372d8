// The documents' share of a meeting's state.
import type { FeaturePart, LogEvent } from '../log/index.ts'
import type { DocumentEvent, DocumentFacts } from './events.ts'

export interface PostedDocument extends DocumentFacts {
  /** ISO 8601, from the log's clock. */
  postedAt: string
  postedBy: string | null
  withdrawn: { at: string; by: string | null; reason: string } | null
}

/** In order of posting. */
export type DocumentsState = readonly PostedDocument[]

const initial: DocumentsState = []

function reduce(state: DocumentsState, logEvent: LogEvent): DocumentsState {
  const event = logEvent as LogEvent & DocumentEvent
  switch (event.type) {
    case 'document.posted':
      return [...state, { ...event.payload, postedAt: event.at, postedBy: event.actorId, withdrawn: null }]
    case 'document.withdrawn': {
      const { documentId, reason } = event.payload
      const withdrawn = { at: event.at, by: event.actorId, reason }
      return state.map((document) => (document.documentId === documentId ? { ...document, withdrawn } : document))
    }
    default:
      return state
  }
}

/** Those that can be read. */
export const readableDocuments = (state: DocumentsState): PostedDocument[] =>
  state.filter(({ withdrawn }) => withdrawn === null)

export const documentsPart = { everyone: { initial, reduce } } satisfies FeaturePart<DocumentsState>
