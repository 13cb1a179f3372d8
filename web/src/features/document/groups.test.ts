// Whoever looks for a paper finds it where the order of business has it, also after the order of business was changed.
import type { AgendaItem } from '@hoi-truong/shared/agenda'
import type { PostedDocument } from '@hoi-truong/shared/document'
import { expect, it } from 'vitest'
import { groupsOf, type MeetingWithDocuments } from './groups.ts'

const item = (itemId: string) => ({ itemId, title: itemId, part: 'proceeding' }) as AgendaItem
const paper = (name: string, itemId: string | null, isWithdrawn = false) =>
  ({ name, itemId, withdrawn: isWithdrawn ? { at: '', by: null, reason: '' } : null }) as PostedDocument

const state = (documents: PostedDocument[]): MeetingWithDocuments => ({
  meeting: { plan: null } as MeetingWithDocuments['meeting'],
  agenda: { items: [item('report'), item('resolution')], courses: [] } as unknown as MeetingWithDocuments['agenda'],
  documents,
})

const named = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ item: of, documents }) => [of === null ? null : of?.number, documents.map(({ name }) => name)])

it('lists what is for the whole meeting first, then by items, in the order of posting', () => {
  const documents = [paper('c', 'resolution'), paper('a', null), paper('b', 'report'), paper('d', 'resolution')]
  expect(named(groupsOf(state(documents), false))).toEqual([
    [null, ['a']],
    [1, ['b']],
    [2, ['c', 'd']],
  ])
})

it('loses nothing when an item was taken out', () => {
  expect(named(groupsOf(state([paper('a', 'gone')]), false))).toEqual([[undefined, ['a']]])
})

it('shows what was withdrawn only to those who keep the documents', () => {
  const documents = [paper('a', null, true)]
  expect(groupsOf(state(documents), false)).toEqual([])
  expect(named(groupsOf(state(documents), true))).toEqual([[null, ['a']]])
})
