import { expect, it } from 'vitest'
import type { MeetingPlan } from '../meeting/schema.ts'
import { withDocumentsPosted } from './postedAt.ts'
import type { PostedDocument } from './reduce.ts'

const plan = { documentsPostedAt: null } as MeetingPlan
const posted = (postedAt: string, isWithdrawn = false) =>
  ({ postedAt, withdrawn: isWithdrawn ? { at: postedAt, by: null, reason: 'nhầm' } : null }) as PostedDocument

it('takes the first document that can be read', () => {
  const documents = [
    posted('2026-11-01T12:00:00.000Z', true),
    posted('2026-11-01T13:00:00.000Z'),
    posted('2026-11-02T00:00:00.000Z'),
  ]
  expect(withDocumentsPosted(plan, documents).documentsPostedAt).toBe('2026-11-01T13:00:00.000Z')
})

it('lets stand what the branch has recorded', () => {
  const recorded = { ...plan, documentsPostedAt: '2026-10-31T12:00:00.000Z' }
  expect(withDocumentsPosted(recorded, [posted('2026-11-01T13:00:00.000Z')])).toBe(recorded)
})

it('finds none where none is posted', () => {
  expect(withDocumentsPosted(plan, []).documentsPostedAt).toBeNull()
})
