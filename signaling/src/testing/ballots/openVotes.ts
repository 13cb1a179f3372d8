// Members who vote in an open poll while the servers are killed, and what must hold of the outcome: nothing that was acknowledged is
// lost, nothing counts twice, nothing that came late takes the place of what came after it.
import { randomUUID } from 'node:crypto'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { Command } from '@hoi-truong/shared/protocol'
import { APPROVAL_OPEN, type PollOutcome } from '@hoi-truong/shared/voting'
import { chance } from '../branch.ts'
import type { Answer, Device } from './device.ts'

/** How often a vote is given twice. */
const REPEATED = 0.2

export interface CastVotes {
  /** Votes with an id of their own. */
  votes: number
  repeats: number
  acknowledged: number
  refused: Map<ErrorCode, number>
  /** The choice that was acknowledged last, by member. */
  last: Map<string, string>
  acknowledgedIds: string[]
  /** A vote and its repeat were told different things. */
  contradictions: number
}

interface CastOptions {
  meetingId: string
  pollId: string
  /** Everybody changes the vote until that many were given. */
  votesEach: number
  seed: string
  validMs: number
}

/** All devices at once; each gives its next vote when the one before it is answered. `cast` is filled while it runs. */
export async function castVotes(devices: readonly Device[], options: CastOptions, cast: CastVotes): Promise<void> {
  await Promise.all(devices.map((device) => castOf(device, options, cast)))
}

export const noVotes = (): CastVotes => ({
  votes: 0,
  repeats: 0,
  acknowledged: 0,
  refused: new Map(),
  last: new Map(),
  acknowledgedIds: [],
  contradictions: 0,
})

/** A vote that is given once more, as by a network that kept it back. */
interface Kept {
  wish: Command
  answer: Answer
}

async function castOf(device: Device, options: CastOptions, cast: CastVotes): Promise<void> {
  const { meetingId, pollId, votesEach, seed, validMs } = options
  const again = async (kept: readonly Kept[]) => {
    for (const { wish, answer } of kept) {
      cast.repeats += 1
      if ((await device.give(wish)) !== answer) cast.contradictions += 1
    }
  }
  let afterNext: Kept[] = []
  const atTheEnd: Kept[] = []
  for (let number = 0; number < votesEach; number += 1) {
    const draw = (what: string) => chance(`${what} ${number} of ${device.memberId} in ${seed}`)
    const choice = APPROVAL_OPEN[Math.floor(draw('choice') * APPROVAL_OPEN.length)] ?? 'for'
    const wish: Command = {
      id: randomUUID(),
      type: 'voting.cast',
      streamId: meetingId,
      payload: { pollId, choices: [choice] },
      validUntil: new Date(Date.now() + validMs).toISOString(),
    }
    const repeated = draw('repeat') < REPEATED
    const moment = Math.floor(draw('moment') * 3)
    const atOnce = repeated && moment === 0
    const answers = await Promise.all((atOnce ? [wish, wish] : [wish]).map((one) => device.give(one)))
    const [answer = 'INTERNAL', ...others] = answers
    cast.votes += 1
    cast.repeats += others.length
    if (others.some((other) => other !== answer)) cast.contradictions += 1
    take(cast, device.memberId, { wish, answer }, choice)
    await again(afterNext)
    afterNext = repeated && moment === 1 ? [{ wish, answer }] : []
    if (repeated && moment === 2) atTheEnd.push({ wish, answer })
  }
  await again([...afterNext, ...atTheEnd])
}

function take(cast: CastVotes, memberId: string, { wish, answer }: Kept, choice: string): void {
  if (answer === 'ok') {
    cast.acknowledged += 1
    cast.acknowledgedIds.push(wish.id)
    cast.last.set(memberId, choice)
  } else {
    cast.refused.set(answer, (cast.refused.get(answer) ?? 0) + 1)
  }
}

export interface Faults {
  /** Members whose last acknowledged vote is not what counts. */
  lost: string[]
  /** Members who are counted more than once. */
  doubled: string[]
  /** Members who are counted without an acknowledgement. */
  unasked: string[]
  contradictions: number
  /** The figures are not the sum of the votes. */
  sumWrong: boolean
}

export const noFaults: Faults = { lost: [], doubled: [], unasked: [], contradictions: 0, sumWrong: false }

/** @param outcome of a poll without sites, in which only these votes were given */
export function faultsOf({ votes, tallies, notVoted }: PollOutcome, cast: CastVotes, electorate: number): Faults {
  const counted = Object.entries(votes ?? {}).flatMap(([option, members]) => members.map((id) => [id, option] as const))
  const choiceOf = new Map(counted)
  const timesOf = Map.groupBy(counted, ([id]) => id)
  const sums = APPROVAL_OPEN.every((option) => tallies[option] === (votes?.[option]?.length ?? 0))
  return {
    lost: [...cast.last].filter(([id, choice]) => choiceOf.get(id) !== choice).map(([id]) => id),
    doubled: [...timesOf].filter(([, times]) => times.length > 1).map(([id]) => id),
    unasked: [...choiceOf.keys()].filter((id) => !cast.last.has(id)),
    contradictions: cast.contradictions,
    sumWrong: !sums || counted.length + notVoted !== electorate,
  }
}
