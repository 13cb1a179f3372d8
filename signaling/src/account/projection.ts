// Accounts as the branch's events leave them: passwords of approved requests, locks, resets, and the sessions that end with them.
import type { AccountEvent } from '@hoi-truong/shared/account'
import { isReadable, type LogEntry, type LogEvent } from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'
import { revokeSessions } from './revokeSessions.ts'

type Stored = LogEvent & AccountEvent

async function closeRequest(sql: Sql, { at, actorId }: LogEvent, requestId: string, decision: string): Promise<void> {
  await sql.$executeRaw`
    update account_request set decided_at = ${at}::timestamptz, decided_by = ${actorId}::uuid, decision = ${decision},
      typed_name = null, phone = null, password_hash = null
    where request_id = ${requestId}::uuid and decided_at is null`
}

async function approve(sql: Sql, event: LogEvent, requestId: string, memberId: string): Promise<void> {
  await sql.$executeRaw`
    insert into account (member_id, password_hash)
    select member_id, password_hash from account_request where request_id = ${requestId}::uuid and decided_at is null
    on conflict (member_id) do update set password_hash = excluded.password_hash`
  // The slip that is still out must not open what has an owner now.
  await sql.$executeRaw`
    update account_code set void_at = ${event.at}::timestamptz
    where member_id = ${memberId}::uuid and used_at is null and void_at is null`
  await closeRequest(sql, event, requestId, 'approved')
}

async function setLock(sql: Sql, memberId: string, locked: boolean): Promise<void> {
  await sql.$executeRaw`
    insert into account (member_id, suspended) values (${memberId}::uuid, ${locked})
    on conflict (member_id) do update set suspended = excluded.suspended`
}

async function apply(sql: Sql, event: Stored): Promise<void> {
  switch (event.type) {
    case 'account.codesIssued': {
      const { memberIds, reset } = event.payload
      if (!reset) return
      await sql.$executeRaw`update account set password_hash = null where member_id = any(${memberIds}::uuid[])`
      return void (await revokeSessions(sql, memberIds))
    }
    case 'account.requestApproved':
      return approve(sql, event, event.payload.requestId, event.payload.memberId)
    case 'account.requestRefused':
      return closeRequest(sql, event, event.payload.requestId, 'refused')
    case 'account.locked':
      await setLock(sql, event.payload.memberId, true)
      return void (await revokeSessions(sql, [event.payload.memberId]))
    case 'account.unlocked':
      return setLock(sql, event.payload.memberId, false)
  }
}

export const accountProjection = defineProjection<'organization'>({
  stream: 'organization',
  apply: async (sql, _streamId, events) => {
    for (const event of events) if (event.type.startsWith('account.')) await apply(sql, event as Stored)
  },
})

/** Whether pages that are open may have lost their session by it. */
export const endsSessions = (entry: LogEntry): boolean =>
  isReadable(entry) && (entry.type === 'account.locked' || entry.type === 'account.codesIssued')
