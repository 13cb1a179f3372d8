// What is done to accounts, on the branch's stream and for its committee: who did it, never a password, a code or a hash of one.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'

const id = z.uuid().toLowerCase()
const nothingBut = { memberId: id }

export type AccountEvent =
  /** Slips were printed; codes printed before for the same members are void. */
  | EventDraft<'account.codesIssued', { memberIds: string[]; reset: boolean }>
  /** Duyệt tài khoản: chi ủy knows the person behind the request. */
  | EventDraft<'account.requestApproved', { requestId: string; memberId: string }>
  | EventDraft<'account.requestRefused', { requestId: string; memberId: string; reason: string }>
  | EventDraft<'account.locked', { memberId: string; reason: string }>
  | EventDraft<'account.unlocked', { memberId: string }>

export const accountReasonSchema = z.string().trim().min(3).max(300).normalize('NFC')

export const accountCommands = {
  /**
   * By the server, on behalf of whoever prints slips: the codes are made in the route and their keyed hashes kept beside the stream.
   * `reset`: the password that there is stops working and the sessions end.
   */
  'account.issueCodes': z.strictObject({ memberIds: z.array(id).min(1).max(500), reset: z.boolean() }),
  'account.approveRequest': z.strictObject({ requestId: id }),
  'account.refuseRequest': z.strictObject({ requestId: id, reason: accountReasonSchema }),
  'account.lock': z.strictObject({ ...nothingBut, reason: accountReasonSchema }),
  'account.unlock': z.strictObject(nothingBut),
} as const
