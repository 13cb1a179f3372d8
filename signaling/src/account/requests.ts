// Asking for an account: kept only where a committee can decide on it, and the same answer for everybody else.
import { randomUUID } from 'node:crypto'
import { type AccountRequest, isWeakPassword } from '@hoi-truong/shared/account'
import { AppError } from '@hoi-truong/shared/errors'
import type { Database } from '../database/client.ts'
import { hashPassword } from './passwords.ts'
import type { SignInLimits } from './signInLimits.ts'

export interface RequestParts {
  database: Database
  requestLimits: SignInLimits
  requestDays: number
}

/**
 * A member of a branch without a working account. One request a member: a newer one replaces the older, under another id, so that
 * nobody approves what they have not seen. @throws AppError PASSWORD_WEAK, SIGN_IN_BLOCKED
 */
export async function requestAccount(
  { database, requestLimits, requestDays }: RequestParts,
  { memberNumber, name, phone, password }: AccountRequest,
  address: string,
): Promise<void> {
  if (isWeakPassword(password, memberNumber)) throw new AppError('PASSWORD_WEAK')
  await requestLimits.take({ memberNumber, address, knownDevice: null })
  // The same work for every number, known or not.
  const passwordHash = await hashPassword(password)
  await database.$executeRaw`
    insert into account_request (member_id, request_id, typed_name, phone, password_hash, at, valid_until)
    select m.id, ${randomUUID()}::uuid, ${name}, ${phone}, ${passwordHash}, today.now, today.now + make_interval(days => ${requestDays}::int)
    from (select log_clock() as now, log_day() as day) as today
    join member m on m.member_number = ${memberNumber}
    left join account a on a.member_id = m.id
    where a.password_hash is null and not coalesce(a.suspended, false)
      and exists (
        select from membership s where s.member_id = m.id and s.kind = 'regular'
          and (s.valid_from is null or s.valid_from <= today.day) and (s.valid_to is null or s.valid_to >= today.day))
    on conflict (member_id) do update set request_id = excluded.request_id, typed_name = excluded.typed_name,
      phone = excluded.phone, password_hash = excluded.password_hash, at = excluded.at, valid_until = excluded.valid_until,
      decided_at = null, decided_by = null, decision = null`
}
