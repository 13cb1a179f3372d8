// Sẽ dự, báo vắng for one meeting: the reason's draft that survives closing the page, what was answered, and what became of it.
import { absenceReasonSchema } from '@hoi-truong/shared/attendance'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { InvitationAnswer } from '@hoi-truong/shared/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useSession } from '../../account/hooks/useSession.ts'
import { outboxOf } from '../../outbox/memberOutbox.ts'
import type { OutboxItem } from '../../outbox/outbox.ts'
import { answerNow } from '../invitation.ts'

/** @param heardAt when the server said `known`, this device's clock in ms */
export function useAnswer(meetingId: string, known: InvitationAnswer, heardAt: number) {
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const answers = useQueryClient()
  const outbox = outboxOf(memberId)
  const draftKey = `hoi-truong.draft.absence.${memberId}.${meetingId}`
  const [reason, setReasonState] = useState(() => readDraft(draftKey))
  const [error, setError] = useState<MessageKey | null>(null)
  const item = useStore(outbox.store, ({ items }) =>
    items.findLast(
      ({ type, streamId }) =>
        (type === 'attendance.reportAbsence' || type === 'attendance.answer') && streamId === meetingId,
    ),
  )
  const settledAt = item?.settledAt ?? null
  useEffect(() => {
    if (settledAt === null) return
    void answers.invalidateQueries({ queryKey: ['meetings'] })
    void answers.invalidateQueries({ queryKey: ['meeting', meetingId] })
  }, [settledAt, answers, meetingId])

  // Not bound to this page: it goes on when the person turns elsewhere.
  const give = (type: 'attendance.answer' | 'attendance.reportAbsence', payload: object) => {
    // Another answer settles one that was refused.
    if (item?.refusal) outbox.putAway(item.id)
    outbox.add(type, meetingId, payload, new AbortController().signal)
  }
  const setReason = (text: string) => {
    setReasonState(text)
    writeDraft(draftKey, text)
  }
  /** True when the notice is on its way. */
  const reportAbsence = (): boolean => {
    const parsed = absenceReasonSchema.safeParse(reason)
    setError(parsed.success ? null : reason.trim().length > 500 ? 'absence.too_long' : 'absence.too_short')
    if (!parsed.success) return false
    give('attendance.reportAbsence', { reason: parsed.data })
    setReason('')
    return true
  }
  return {
    answer: answerNow(known, heardAt, item),
    item,
    attend: () => give('attendance.answer', {}),
    reason,
    setReason,
    error,
    reportAbsence,
    putAway: (kept: OutboxItem) => outbox.putAway(kept.id),
  }
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
