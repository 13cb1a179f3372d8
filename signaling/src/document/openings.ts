// Who opened a document: first, last and how often, beside the log. Readers that load page by page ask many times for one opening.
import type { DocumentOpenings } from '@hoi-truong/shared/document'
import { LRUCache } from 'lru-cache'
import type { Database } from '../database/client.ts'

const MINUTE_MS = 60_000
const REMEMBERED = 20_000

interface Row {
  documentId: string
  memberId: string
  name: string
  firstAt: Date
  lastAt: Date
  times: number
}

export class Openings {
  readonly #database: Database
  /** Noted by this node within the last minute. */
  readonly #recent = new LRUCache<string, true>({ max: REMEMBERED, ttl: MINUTE_MS })

  constructor(database: Database) {
    this.#database = database
  }

  /** @param whole from the beginning: a further part of what is open already is no new opening */
  async note(meetingId: string, documentId: string, memberId: string, whole: boolean): Promise<void> {
    const key = `${meetingId} ${documentId} ${memberId}`
    if (this.#recent.has(key)) return
    this.#recent.set(key, true)
    // Other nodes note too: the minute is the table's.
    await this.#database.$executeRaw`
      insert into document_opening (meeting_id, document_id, member_id, first_at, last_at, times)
      values (${meetingId}::uuid, ${documentId}::uuid, ${memberId}::uuid, log_clock(), log_clock(), 1)
      on conflict (meeting_id, document_id, member_id) do update
        set last_at = excluded.last_at, times = document_opening.times + ${whole ? 1 : 0}
        where document_opening.last_at < excluded.last_at - interval '1 minute'`
  }

  async list(meetingId: string): Promise<DocumentOpenings> {
    const rows = await this.#database.$queryRaw<Row[]>`
      select o.document_id as "documentId", o.member_id as "memberId", coalesce(a.name, m.name) as name,
        o.first_at as "firstAt", o.last_at as "lastAt", o.times
      from document_opening o
      join document d on d.meeting_id = o.meeting_id and d.document_id = o.document_id
      join member m on m.id = o.member_id
      left join attendance a on a.meeting_id = o.meeting_id and a.member_id = o.member_id
      where o.meeting_id = ${meetingId}::uuid
      order by d.position, o.first_at, o.member_id`
    return {
      openings: rows.map(({ firstAt, lastAt, ...row }) => ({
        ...row,
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
      })),
    }
  }
}
