// Báo vắng for one meeting: the draft that survives closing the page, and what became of the notice.
import { absenceReasonSchema } from '@hoi-truong/shared/attendance'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../../account/hooks/useSession.ts'
import { outboxOf } from '../api/memberOutbox.ts'
import type { OutboxItem } from '../api/outbox.ts'

export function useAbsence(meetingId: string) {
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const outbox = outboxOf(memberId)
  const draftKey = `hoi-truong.draft.absence.${memberId}.${meetingId}`
  const [reason, setReasonState] = useState(() => readDraft(draftKey))
  const [error, setError] = useState<MessageKey | null>(null)
  const item = useStore(outbox.store, ({ items }) =>
    items.findLast(({ type, streamId }) => type === 'attendance.reportAbsence' && streamId === meetingId),
  )

  const setReason = (text: string) => {
    setReasonState(text)
    writeDraft(draftKey, text)
  }
  /** True when the notice is on its way. */
  const submit = (): boolean => {
    const parsed = absenceReasonSchema.safeParse(reason)
    setError(parsed.success ? null : reason.trim().length > 500 ? 'absence.too_long' : 'absence.too_short')
    if (!parsed.success) return false
    // Not bound to this page: it goes on when the person turns elsewhere.
    outbox.add('attendance.reportAbsence', meetingId, { reason: parsed.data }, new AbortController().signal)
    setReason('')
    return true
  }
  return { reason, setReason, error, submit, item, putAway: (kept: OutboxItem) => outbox.putAway(kept.id) }
}

function readDraft(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function writeDraft(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Without storage the draft lives as long as the page.
  }
}
