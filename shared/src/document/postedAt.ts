// When the members got the documents: as the branch records it, for papers that went out another way, else when the first was posted here.
import type { MeetingPlan } from '../meeting/schema.ts'
import { type DocumentsState, readableDocuments } from './reduce.ts'

/** The plan as the rules judge it (documentsMissing, documentsLate). */
export function withDocumentsPosted(plan: MeetingPlan, documents: DocumentsState): MeetingPlan {
  if (plan.documentsPostedAt !== null) return plan
  return { ...plan, documentsPostedAt: readableDocuments(documents)[0]?.postedAt ?? null }
}
