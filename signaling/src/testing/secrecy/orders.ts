// Every order in which somebody's traces lie about in a dump. Nothing here knows what the tables are for: whatever has a place, a
// transaction, a key or a list is an order, forwards and backwards.
import type { Dump, DumpedRow } from './dump.ts'

/** Of one poll: a voter, what can be chosen, or a receipt. */
export type Kind = 'member' | 'ballot' | 'receipt'

export interface PollTraces {
  pollId: string
  ids: Readonly<Record<Kind, ReadonlySet<string>>>
}

/** By name, each with all of that kind, once. */
export type Orders = Readonly<Record<Kind, ReadonlyMap<string, readonly string[]>>>

/** UUIDs, and SHA-256 as base64url. */
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![\w-])[\w-]{43}(?![\w-])/g
export const kinds = ['member', 'ballot', 'receipt'] as const

interface Row extends DumpedRow {
  ids: readonly string[]
}

const byPlace = (a: DumpedRow, b: DumpedRow) => a.place - b.place
const tableOrders: Record<string, (a: DumpedRow, b: DumpedRow) => number> = {
  ctid: byPlace,
  xmin: (a, b) => a.xmin - b.xmin || byPlace(a, b),
  'key or content': (a, b) => (a.text < b.text ? -1 : 1),
}

/** The dump, read once for all polls that it is about. */
export class Traces {
  readonly #polls: readonly PollTraces[]
  readonly #lines: readonly (readonly string[])[]
  /** Whole tables, in each of their orders. */
  readonly #tables: readonly (readonly [name: string, rows: readonly Row[]])[]
  /** By the poll's place: rows that name it, something that can be chosen in it or one of its receipts. */
  readonly #rows: readonly Row[][]

  constructor({ rows, lines }: Dump, polls: readonly PollTraces[]) {
    this.#polls = polls
    this.#lines = lines.map(idsIn)
    const read = rows.map((row): Row => ({ ...row, ids: idsIn(row.text) }))
    this.#tables = inEachOrder(read)
    const pollOf = new Map(
      polls.flatMap(({ pollId, ids }, index) =>
        [pollId, ...ids.ballot, ...ids.receipt].map((id) => [id, index] as const),
      ),
    )
    this.#rows = polls.map(() => [])
    for (const row of read)
      for (const index of new Set(row.ids.map((id) => pollOf.get(id))))
        if (index !== undefined) this.#rows[index]?.push(row)
  }

  /** What stands beside what: rows and lines that name one of each kind and no second of either. */
  besides(index: number, one: Kind, other: Kind): Map<string, string> {
    const { ids } = this.#polls[index] as PollTraces
    const pairs = new Map<string, string>()
    for (const found of [...(this.#rows[index] ?? []).map((row) => row.ids), ...this.#lines]) {
      const [ones, others] = [one, other].map((kind) => new Set(found.filter((id) => ids[kind].has(id))))
      const [first] = ones ?? []
      const [second] = others ?? []
      if (ones?.size === 1 && others?.size === 1 && first && second) pairs.set(first, second)
    }
    return pairs
  }

  of(index: number): Orders {
    const { ids } = this.#polls[index] as PollTraces
    const orders: Record<Kind, Map<string, readonly string[]>> = {
      member: new Map(),
      ballot: new Map(),
      receipt: new Map(),
    }
    const keep = (kind: Kind, name: string, found: readonly string[]) => {
      const own = found.filter((id) => ids[kind].has(id))
      for (const [which, order] of [
        ['first', [...new Set(own)]],
        ['last', [...new Set(own.toReversed())].toReversed()],
      ] as const)
        if (order.length === ids[kind].size) orders[kind].set(`${name}, ${which}`, order)
    }
    const named = (rows: readonly Row[]) => rows.flatMap((row) => row.ids)
    // Of ballots and receipts nothing lies outside of the poll's own rows.
    for (const [name, rows] of this.#tables) keep('member', name, named(rows))
    const own = this.#rows[index] ?? []
    const lists = own.flatMap(listsIn)
    for (const kind of kinds) {
      keep(kind, 'log lines', this.#lines.flat())
      for (const [name, rows] of inEachOrder(own)) keep(kind, `rows of the poll in ${name}`, named(rows))
      for (const [name, found] of lists) keep(kind, name, found)
    }
    return orders
  }
}

function inEachOrder(rows: readonly Row[]): [name: string, rows: readonly Row[]][] {
  return [...Map.groupBy(rows, ({ table }) => table)].flatMap(([table, own]) =>
    Object.entries(tableOrders).map(([order, compare]): [string, Row[]] => [
      `${table} by ${order}`,
      own.toSorted(compare),
    ]),
  )
}

const idsIn = (text: string): readonly string[] => text.match(ID) ?? []

/** Every list and every object within a row, with the ids that are in it; its name is the way to it. */
function listsIn({ table, text }: Row): [name: string, found: readonly string[]][] {
  const value = JSON.parse(text) as Record<string, unknown>
  const lists: [string, readonly string[]][] = []
  const walk = (part: unknown, name: string): void => {
    if (typeof part !== 'object' || part === null) return
    lists.push([name, idsIn(JSON.stringify(part))])
    for (const [key, child] of Object.entries(part)) walk(child, Array.isArray(part) ? `${name}[]` : `${name}.${key}`)
  }
  walk(value, typeof value.type === 'string' ? `${table} ${value.type}` : table)
  return lists
}
