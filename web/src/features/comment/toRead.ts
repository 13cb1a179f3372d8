// What the chair has in hand of the comments: those of members who are not there, to be read out before the branch.
import { currentItem } from '@hoi-truong/shared/agenda'
import { type Comment, isFromAbsent, standingComments } from '@hoi-truong/shared/comment'
import { type CommentGroup, type Everyone, groupsOf } from './subjects.ts'

export interface ToRead {
  count: number
  /** Set apart on top, as long as it was not read out. */
  newest: Comment | null
  /** All others, on the running item first. */
  groups: CommentGroup[]
  /** Read out, the latest first. */
  read: Comment[]
}

export function toRead(state: Everyone): ToRead {
  const { meeting, attendance, agenda, comments } = state
  const absent = standingComments(comments).filter((comment) => isFromAbsent(comment, meeting.status, attendance))
  const waiting = absent.filter(({ readOut }) => readOut === null)
  // What was sent ahead is no news.
  const newest = waiting.findLast(({ when }) => when === 'during') ?? null
  const others = waiting.filter((comment) => comment !== newest)
  const read = absent.filter(({ readOut }) => readOut !== null)
  return {
    count: waiting.length,
    newest,
    groups: groupsOf(state, others, currentItem(agenda)?.itemId),
    read: read.toSorted((a, b) => ((a.readOut?.at ?? '') < (b.readOut?.at ?? '') ? 1 : -1)),
  }
}
