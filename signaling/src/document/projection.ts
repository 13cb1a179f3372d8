// Documents as a table: which files are still somebody's, and what a committee above counts.
import type { DocumentsState } from '@hoi-truong/shared/document'
import type { Sql } from '../database/client.ts'
import { defineProjection } from '../log/projection.ts'

async function projectDocuments(
  sql: Sql,
  meetingId: string,
  documents: DocumentsState,
  changed: ReadonlySet<string>,
): Promise<void> {
  const all = documents.map((document, position) => ({
    document_id: document.documentId,
    position,
    item_id: document.itemId,
    name: document.name,
    type: document.type,
    bytes: document.bytes,
    sha256: document.sha256,
    pages: document.pages,
    posted_at: document.postedAt,
    posted_by: document.postedBy,
    withdrawn_at: document.withdrawn?.at ?? null,
    withdrawn_reason: document.withdrawn?.reason ?? null,
  }))
  const rows = all.filter((row) => changed.has(row.document_id))
  await sql.$executeRaw`
    insert into document
    select ${meetingId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      document_id uuid, position integer, item_id uuid, name text, type text, bytes integer, sha256 text, pages integer,
      posted_at timestamptz, posted_by uuid, withdrawn_at timestamptz, withdrawn_reason text)
    on conflict (meeting_id, document_id) do update
      set withdrawn_at = excluded.withdrawn_at, withdrawn_reason = excluded.withdrawn_reason`
}

export const documentProjection = defineProjection<'meeting'>({
  stream: 'meeting',
  apply: async (sql, meetingId, events, { everyone }) => {
    const changed = new Set(
      events.flatMap(({ type, payload }) =>
        type === 'document.posted' || type === 'document.withdrawn'
          ? (payload as { documentId: string }).documentId
          : [],
      ),
    )
    if (changed.size > 0) await projectDocuments(sql, meetingId, everyone.documents, changed)
  },
})
