// The sessions of members end in the transaction that locks or resets their accounts.
import type { Sql } from '../database/client.ts'

/** @param keep the session that goes on @returns ids of those that ended */
export async function revokeSessions(
  sql: Sql,
  memberIds: readonly string[],
  keep: string | null = null,
): Promise<string[]> {
  // Waits for a rotation under way, so that the token it makes is seen and ends with the others.
  await sql.$queryRaw`
    select count(*) from (
      select from refresh_token where member_id = any(${[...memberIds]}::uuid[]) and revoked_at is null order by id for update) as held`
  const rows = await sql.$queryRaw<{ id: string }[]>`
    with ended as (
      update refresh_token set revoked_at = now()
      where member_id = any(${[...memberIds]}::uuid[]) and revoked_at is null and family_id is distinct from ${keep}::uuid
      returning family_id)
    select distinct family_id as id from ended`
  return rows.map(({ id }) => id)
}
