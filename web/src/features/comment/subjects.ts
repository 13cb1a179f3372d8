// What a comment is about, in words, and the comments in the order of what they are about.
import type { Comment, CommentSubject } from '@hoi-truong/shared/comment'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import type { Translate } from '../../i18n/index.ts'
import { titleOf } from '../agenda/room/titleOf.ts'

export type Everyone = MeetingStreamState['everyone']

/** As the value of a choice, and to tell whether two are the same. */
export const subjectKey = (subject: CommentSubject): string =>
  subject.kind === 'meeting'
    ? 'meeting'
    : subject.kind === 'item'
      ? `item ${subject.itemId}`
      : `document ${subject.documentId}`

export function subjectOf(key: string): CommentSubject {
  const [kind, id = ''] = key.split(' ')
  if (kind === 'item') return { kind, itemId: id }
  if (kind === 'document') return { kind, documentId: id }
  return { kind: 'meeting' }
}

export function subjectWords(t: Translate, { agenda, documents }: Everyone, subject: CommentSubject): string {
  switch (subject.kind) {
    case 'meeting':
      return t('comments.about_meeting')
    case 'item': {
      const item = agenda.items.find(({ itemId }) => itemId === subject.itemId)
      return item ? titleOf(agenda.items, item) : t('comments.item_gone')
    }
    case 'document': {
      const document = documents.find(({ documentId }) => documentId === subject.documentId)
      return document ? t('comments.about_document', { name: document.name }) : t('comments.document_gone')
    }
  }
}

export interface CommentGroup {
  key: string
  subject: CommentSubject
  /** In order of time. */
  comments: Comment[]
}

/** The item that is on comes first, then the meeting as a whole, the items in their order, the documents in theirs. */
export function groupsOf(
  { agenda, documents }: Everyone,
  comments: readonly Comment[],
  runningId?: string,
): CommentGroup[] {
  const places = [
    ...(runningId === undefined ? [] : [`item ${runningId}`]),
    'meeting',
    ...agenda.items.map(({ itemId }) => `item ${itemId}`),
    ...documents.map(({ documentId }) => `document ${documentId}`),
  ]
  const placeOf = (key: string): number => (places.includes(key) ? places.indexOf(key) : places.length)
  const groups = new Map<string, CommentGroup>()
  for (const comment of comments) {
    const key = subjectKey(comment.subject)
    const group = groups.get(key) ?? { key, subject: comment.subject, comments: [] }
    group.comments.push(comment)
    groups.set(key, group)
  }
  return [...groups.values()].toSorted((a, b) => placeOf(a.key) - placeOf(b.key))
}
