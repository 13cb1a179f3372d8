// An attacker who has everything that is left and lays every order of it beside every other: who comes third among the voters has cast what
// lies third among the ballots. What chance alone would hit is known, so more than that is a secret given away, and less than that too.
import { createHash } from 'node:crypto'
import type { Dump } from './dump.ts'
import { type Kind, kinds, type Orders, type PollTraces, Traces } from './orders.ts'
import type { VotedPoll } from './votedPolls.ts'

/** Whom a receipt belongs to is a secret like what was chosen; and a list of receipts beside the ballots would tell both. */
const secrets: readonly [one: Kind, other: Kind][] = [
  ['member', 'ballot'],
  ['member', 'receipt'],
  ['receipt', 'ballot'],
]

export interface Attack {
  /** What was laid beside what. */
  name: string
  /** Right guesses over all polls. */
  hits: number
}

const truthOf = ({ chosen, held }: VotedPoll, one: Kind, other: Kind): ReadonlyMap<string, string> => {
  if (one === 'member') return other === 'ballot' ? chosen : held
  return new Map([...held].map(([memberId, receipt]) => [receipt, chosen.get(memberId) ?? '']))
}

function tracesOf({ pollId, participants, receipts, ballots }: VotedPoll): PollTraces {
  return { pollId, ids: { member: new Set(participants), receipt: new Set(receipts), ballot: new Set(ballots) } }
}

const published = ({ participants, receipts, ballots }: VotedPoll): Record<Kind, readonly string[]> => ({
  member: participants,
  receipt: receipts,
  ballot: ballots,
})

/** Those that stand beside each other, and the rest as they come. */
function filledUp(pairs: ReadonlyMap<string, string>, poll: VotedPoll, one: Kind, other: Kind): Map<string, string> {
  const taken = new Set(pairs.values())
  const left = published(poll)[other].filter((id) => !taken.has(id))
  return new Map(published(poll)[one].map((id) => [id, pairs.get(id) ?? left.shift() ?? '']))
}

type Found = ReadonlyMap<string, readonly (readonly string[])[]>

/** Orders that there are in every poll; of several that are always the same, one. */
function ordersOfAll(polls: readonly Orders[], kind: Kind): Found {
  const [first] = polls
  const orders = new Map<string, readonly (readonly string[])[]>()
  const seen = new Set<string>()
  for (const name of first?.[kind].keys() ?? []) {
    const order = polls.map((own) => own[kind].get(name))
    const print = createHash('sha256').update(JSON.stringify(order)).digest('hex')
    if (seen.has(print) || !order.every((own) => own !== undefined)) continue
    seen.add(print)
    orders.set(name, order)
  }
  return orders
}

/** Attacks that could be made on all of the polls. */
export function attack(polls: readonly VotedPoll[], dump: Dump): Attack[] {
  const traces = new Traces(dump, polls.map(tracesOf))
  const orders = polls.map((_, index) => traces.of(index))
  const all = Object.fromEntries(kinds.map((kind) => [kind, ordersOfAll(orders, kind)])) as Record<Kind, Found>
  return secrets.flatMap(([one, other]) => {
    const truths = polls.map((poll) => truthOf(poll, one, other))
    const besides = polls.map((_, index) => traces.besides(index, one, other))
    const attacks: Attack[] = []
    if (besides.every(({ size }) => size > 0)) {
      const hits = polls.map((poll, index) => {
        const guess = filledUp(besides[index] ?? new Map(), poll, one, other)
        return [...guess].filter(([id, guessed]) => truths[index]?.get(id) === guessed).length
      })
      attacks.push({ name: `${one} in one row with ${other}`, hits: sumOf(hits) })
    }
    for (const [oneName, oneOrders] of all[one]) {
      for (const [otherName, otherOrders] of all[other]) {
        const hitsWith = (backwards: boolean) =>
          oneOrders.map((order, index) => {
            const beside = otherOrders[index] ?? []
            return order.filter((id, place) => truths[index]?.get(id) === beside.at(backwards ? -1 - place : place))
              .length
          })
        const name = `${one} (${oneName}) to ${other} (${otherName})`
        attacks.push(
          { name, hits: sumOf(hitsWith(false)) },
          { name: `${name}, backwards`, hits: sumOf(hitsWith(true)) },
        )
      }
    }
    return attacks
  })
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
