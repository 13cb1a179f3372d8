// The signed-in member's secret ballots on this device: what the voter's sheet and the result card begin from.
import { exclusively } from '../../../lib/exclusively.ts'
import { pause } from '../../../lib/pause.ts'
import { Unreachable } from '../../../lib/problem.ts'
import { handIn } from './handIn.ts'
import { BallotPlace, type BallotStorage } from './keptBallot.ts'
import { OwnBallot } from './OwnBallot.ts'
import type { SecretPoll, SecretVote } from './secretVoteState.ts'

export * from './secretVoteState.ts'

/** Long enough to fall among others' ballots, short enough for nobody to think that nothing happens. */
const LINGER_MS = { least: 300, most: 2_500 }

/** Browsers that forbid storage throw when it is only looked at. */
const storage: BallotStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
}

/** Evenly spread, from the browser's own source of chance. */
function lingerMs(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return LINGER_MS.least + (drawn / 2 ** 32) * (LINGER_MS.most - LINGER_MS.least)
}

const loadBlinding = () =>
  import('./blinding.ts').catch((cause: unknown) => {
    throw new Unreachable({ cause })
  })

type TakeBallot = (blinded: string) => Promise<string>
interface Opened {
  vote: OwnBallot
  /** By the room of the moment: it is another one after leaving and coming back. */
  through: { takeBallot: TakeBallot }
}
const opened = new Map<string, Opened>()

/**
 * The same one for the same member and poll for as long as the page lives: what is on its way goes on while the sheet is closed. Ballots that
 * were on their way before a reload go on with the first call.
 */
export function secretVoteOf(poll: SecretPoll, takeBallot: TakeBallot): SecretVote {
  const { meetingId, pollId, memberId } = poll
  const place = new BallotPlace(storage, memberId, pollId)
  const before = opened.get(place.key)
  if (before) {
    before.through.takeBallot = takeBallot
    return before.vote
  }
  const through = { takeBallot }
  const vote = new OwnBallot(poll, {
    place,
    takeBallot: (blinded) => through.takeBallot(blinded),
    handIn: (ballot) => handIn(meetingId, pollId, ballot),
    blinding: () => (globalThis.crypto?.subtle ? loadBlinding() : null),
    exclusively,
    linger: (signal) => pause(lingerMs(), signal),
    signal: new AbortController().signal,
  })
  addEventListener('storage', ({ key }) => key === place.key && vote.reread())
  opened.set(place.key, { vote, through })
  return vote
}

/** Of a poll that is over: what this device has to look for in the published list, null when it has sent nothing. */
export function ownReceipt(memberId: string, pollId: string): string | null {
  const kept = new BallotPlace(storage, memberId, pollId).read()
  const sent = kept?.step === 'casting' || kept?.step === 'cast' || kept?.step === 'refused'
  return sent ? kept.receipt : null
}

/** Whether a ballot is in the box, by the list that everybody gets at the end. */
export const isListed = (receipts: readonly string[], receipt: string): boolean => receipts.includes(receipt)
