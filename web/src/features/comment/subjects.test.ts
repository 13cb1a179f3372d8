// Comments in the order of what they are about.
import type { Comment, CommentSubject } from '@hoi-truong/shared/comment'
import { meetingReducer } from '@hoi-truong/shared/streams'
import { expect, test } from 'vitest'
import { type Everyone, groupsOf, subjectKey, subjectOf } from './subjects.ts'

const item = (itemId: string) => ({ itemId }) as Everyone['agenda']['items'][number]
const initial = meetingReducer.initial().everyone
const everyone: Everyone = { ...initial, agenda: { ...initial.agenda, items: [item('one'), item('two')] } }
const on = (id: string, subject: CommentSubject) => ({ commentId: id, subject }) as Comment

const comments = [
  on('a', { kind: 'document', documentId: 'draft' }),
  on('b', { kind: 'item', itemId: 'two' }),
  on('c', { kind: 'item', itemId: 'one' }),
  on('d', { kind: 'meeting' }),
  on('e', { kind: 'item', itemId: 'two' }),
  on('f', { kind: 'item', itemId: 'gone' }),
]
const ids = (runningId?: string) =>
  groupsOf(everyone, comments, runningId).map((group) => group.comments.map(({ commentId }) => commentId).join(''))

test('the meeting, the items in their order, then what is not there any more', () => {
  expect(ids()).toEqual(['d', 'c', 'be', 'a', 'f'])
})

test('the item that is on comes first', () => {
  expect(ids('two')).toEqual(['be', 'd', 'c', 'a', 'f'])
})

test('a subject survives being a choice', () => {
  for (const { subject } of comments) expect(subjectOf(subjectKey(subject))).toEqual(subject)
})
