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
const kinds = ['member', 'ballot', 'receipt'] as const

interface Row extends DumpedRow {
  ids: readonly string[]
}

const byPlace = (a: DumpedRow, b: DumpedRow) => a.place - b.place
const tableOrders: Record<string, (a: DumpedRow, b: DumpedRow) => number> = {
  ctid: byPlace,
  xmin: (a, b) => a.xmin - b.xmin || byPlace(a, b),
  'key or content': (a, b) => (a.text < b.text ? -1 : 1),
}

/** The dump once read: what is the same for all polls. */
export class Traces {
  readonly #tables: Map<string, Map<string, Row[]>>
  readonly #lines: readonly (readonly string[])[]

  constructor({ rows, lines }: Dump) {
    const read = rows.map((row): Row => ({ ...row, ids: idsIn(row.text) }))
    this.#tables = new Map(
      [...Map.groupBy(read, ({ table }) => table)].map(([table, own]) => [
        table,
        new Map(Object.entries(tableOrders).map(([name, order]) => [name, own.toSorted(order)])),
      ]),
    )
    this.#lines = lines.map(idsIn)
  }

  /** Rows that name two things of a poll of different kinds and no other of either: what stands beside what. */
  besides({ ids }: PollTraces, one: Kind, other: Kind): Map<string, string> {
    const pairs = new Map<string, string>()
    const texts = [...this.#rows().map((row) => row.ids), ...this.#lines]
    for (const found of texts) {
      const [ones, others] = [one, other].map((kind) => new Set(found.filter((id) => ids[kind].has(id))))
      const [first] = ones ?? []
      const [second] = others ?? []
      if (ones?.size === 1 && others?.size === 1 && first && second) pairs.set(first, second)
    }
    return pairs
  }

  of(poll: PollTraces): Orders {
    const orders: Record<Kind, Map<string, readonly string[]>> = {
      member: new Map(),
      ballot: new Map(),
      receipt: new Map(),
    }
    const keep = (kind: Kind, name: string, found: readonly string[]) => {
      const own = found.filter((id) => poll.ids[kind].has(id))
      for (const [which, order] of [
        ['first', [...new Set(own)]],
        ['last', [...new Set(own.toReversed())].toReversed()],
      ] as const)
        if (order.length === poll.ids[kind].size) orders[kind].set(`${name}, ${which}`, order)
    }
    const concerns = (found: readonly string[]) =>
      found.some((id) => id === poll.pollId || poll.ids.ballot.has(id) || poll.ids.receipt.has(id))
    for (const kind of kinds) {
      keep(kind, 'log lines', this.#lines.flat())
      for (const [table, ordered] of this.#tables) {
        for (const [order, rows] of ordered) {
          keep(
            kind,
            `${table} by ${order}`,
            rows.flatMap(({ ids }) => ids),
          )
          keep(
            kind,
            `${table} of the poll by ${order}`,
            rows.filter(({ ids }) => concerns(ids)).flatMap(({ ids }) => ids),
          )
        }
      }
    }
    for (const row of this.#rows())
      if (concerns(row.ids)) for (const [name, found] of listsIn(row)) for (const kind of kinds) keep(kind, name, found)
    return orders
  }

  #rows(): Row[] {
    return [...this.#tables.values()].flatMap((ordered) => ordered.get('ctid') ?? [])
  }
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
