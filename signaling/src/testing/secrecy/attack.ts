// An attacker who has everything that is left and lays every order of it beside every other: who comes third among the voters has cast what
// lies third among the ballots. What chance alone would hit is known, so more than that is a secret given away, and less than that too.
import type { Dump } from './dump.ts'
import { type Kind, type PollTraces, Traces } from './orders.ts'
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

/** Attacks that could be made on all of the polls; of several that guess the same, one. */
export function attack(polls: readonly VotedPoll[], dump: Dump): Attack[] {
  const traces = new Traces(dump)
  const attacks = new Map<string, { hits: number; guesses: string[] }>()
  const note = (name: string, guesses: readonly string[], right: readonly string[]) => {
    const sum = attacks.get(name) ?? { hits: 0, guesses: [] }
    sum.hits += guesses.filter((guess, index) => guess === right[index]).length
    sum.guesses.push(guesses.join())
    attacks.set(name, sum)
  }
  for (const poll of polls) {
    const own = tracesOf(poll)
    const orders = traces.of(own)
    for (const [one, other] of secrets) {
      const truth = truthOf(poll, one, other)
      const ones = published(poll)[one]
      const right = ones.map((id) => truth.get(id) ?? '')
      const pairs = traces.besides(own, one, other)
      if (pairs.size > 0) {
        const guess = filledUp(pairs, poll, one, other)
        note(
          `${one} in one row with ${other}`,
          ones.map((id) => guess.get(id) ?? ''),
          right,
        )
      }
      for (const [oneName, oneOrder] of orders[one]) {
        const at = new Map(oneOrder.map((id, index) => [id, index]))
        const placed = ones.map((id) => at.get(id) ?? 0)
        for (const [otherName, otherOrder] of orders[other]) {
          const name = `${one} (${oneName}) to ${other} (${otherName})`
          note(
            name,
            placed.map((place) => otherOrder[place] ?? ''),
            right,
          )
          note(
            `${name}, backwards`,
            placed.map((place) => otherOrder.at(-1 - place) ?? ''),
            right,
          )
        }
      }
    }
  }
  const seen = new Set<string>()
  return [...attacks].flatMap(([name, { hits, guesses }]) => {
    if (guesses.length < polls.length) return []
    const fingerprint = `${name.split(' ')[0]} ${guesses.join(';')}`
    if (seen.has(fingerprint)) return []
    seen.add(fingerprint)
    return [{ name, hits }]
  })
}
