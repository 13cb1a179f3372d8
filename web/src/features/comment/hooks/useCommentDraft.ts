// The half-written comment of one meeting: kept on the device letter by letter, until it is sent.
import type { CommentSubject } from '@hoi-truong/shared/comment'
import { useState } from 'react'

export interface CommentDraft {
  subject: CommentSubject
  text: string
}

/** @param initial what it is about as long as nothing is written */
export function useCommentDraft(meetingId: string, memberId: string, initial: CommentSubject) {
  const key = `hoi-truong.draft.comment.${memberId}.${meetingId}`
  const [draft, setDraft] = useState<CommentDraft>(() => read(key) ?? { subject: initial, text: '' })
  const change = (changed: Partial<CommentDraft>) => {
    const next = { ...draft, ...changed }
    setDraft(next)
    write(key, next)
  }
  return { draft, change, clear: () => change({ text: '' }) }
}

function read(key: string): CommentDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as CommentDraft | null
  } catch {
    return null
  }
}

function write(key: string, draft: CommentDraft): void {
  try {
    if (draft.text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Without storage the draft lives as long as the page.
  }
}
