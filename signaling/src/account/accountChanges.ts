// What one batch of commands does to accounts: each command sees what those before it have done, and the hashes of new codes are
// written in the same transaction as the event that says who got one.
import { z } from 'zod'
import type { SideState } from '../log/sideState.ts'
import type { AccountFacts } from './accountFacts.ts'

/** What the route gives along with `account.issueCodes`: hashes by member. The codes themselves stay in the route. */
export const codesSchema = z.object({ hashes: z.record(z.string(), z.string()), validUntil: z.iso.datetime() })
export type Codes = z.infer<typeof codesSchema>

interface IssuedCode {
  memberId: string
  codeHash: string
  madeAt: string
  validUntil: string
}

export interface AccountChanges {
  codes: readonly IssuedCode[]
  accounts: ReadonlyMap<string, AccountFacts>
  decided: ReadonlySet<string>
}

export const accountChanges: SideState<AccountChanges> = {
  load: async () => ({ codes: [], accounts: new Map(), decided: new Set() }),
  save: async (sql, _streamId, _before, { codes }) => {
    if (codes.length === 0) return
    // The last of a member's codes: one statement cannot write a row twice.
    const rows = [...new Map(codes.map((code) => [code.memberId, code])).values()]
    await sql.$executeRaw`
      insert into account_code (member_id, code_hash, made_at, valid_until)
      select c."memberId", c."codeHash", c."madeAt", c."validUntil"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (
        "memberId" uuid, "codeHash" text, "madeAt" timestamptz, "validUntil" timestamptz)
      on conflict (member_id) do update set code_hash = excluded.code_hash, made_at = excluded.made_at,
        valid_until = excluded.valid_until, used_at = null, void_at = null`
  },
}
