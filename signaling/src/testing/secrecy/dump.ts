// Everything that is left of a meeting once it is over, as whoever has the whole machine could read it: every row of every table with its
// place (ctid) and the transaction that wrote it (xmin), every line that the server wrote, its metrics.
import pg from 'pg'

export interface DumpedRow {
  table: string
  /** Page and place in it, as one number. */
  place: number
  xmin: number
  /** The row as JSON. */
  text: string
}

export interface Dump {
  rows: DumpedRow[]
  lines: readonly string[]
  metrics: string
}

/** @param url of a role that may read all of it */
export async function dumpTables(url: string): Promise<DumpedRow[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`)
    const rows: DumpedRow[] = []
    for (const { name: table } of tables.rows) {
      const { rows: found } = await client.query<{ page: string; slot: string; xmin: string; text: string }>(`
        select (ctid::text::point)[0]::bigint::text as page, (ctid::text::point)[1]::bigint::text as slot,
          xmin::text, to_jsonb(t)::text as text
        from ${table} t`)
      for (const { page, slot, xmin, text } of found)
        rows.push({ table, place: Number(page) * 65_536 + Number(slot), xmin: Number(xmin), text })
    }
    return rows
  } finally {
    await client.end()
  }
}
