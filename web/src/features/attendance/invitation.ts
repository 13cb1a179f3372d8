// What a member has answered to the notice, as this device knows it: its own answer on the way goes before what the server said last.
import type { InvitationAnswer } from '@hoi-truong/shared/protocol'
import type { OutboxItem } from '../outbox/outbox.ts'

const isAbsence = (answer: InvitationAnswer): boolean => answer !== 'none' && answer !== 'attending'

/** @param heardAt when the server said `known`, this device's clock in ms */
export function answerNow(known: InvitationAnswer, heardAt: number, item: OutboxItem | undefined): InvitationAnswer {
  // A notice that came after the closing went to the branch: it is no answer to the meeting.
  if (!item || item.refusal || (item.taken && item.taken.streamId !== item.streamId)) return known
  if (item.settledAt !== null && item.settledAt < heardAt) return known
  const meant: InvitationAnswer = item.type === 'attendance.answer' ? 'attending' : 'absencePending'
  // The server may know more already: what chi ủy says to it.
  return isAbsence(meant) && isAbsence(known) ? known : meant
}
