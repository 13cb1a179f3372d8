// npm run bench:votekills: thousands of votes and secret ballots with repeats while signaling and PostgreSQL are killed with -9; nothing is
// lost, nothing counts twice. Ends with an error when that does not hold.
import { type RunningSystem, startSystem } from '../e2e/support/system.ts'
import { Device } from '../signaling/src/testing/ballots/device.ts'
import { type Kill, killAmidBallots, killAmidVotes } from '../signaling/src/testing/ballots/killRound.ts'
import { command } from '../signaling/src/testing/signaling.ts'
import { type Crowd, databaseSetting, gatherCrowd } from './support/crowd.ts'
import { publish } from './support/report.ts'

const MEMBERS = 2_000
const VOTES_EACH = 5
const ROUNDS = 5
/** As the room gives a vote (web/src/features/voting/api/ownVote.ts). */
const VALID_MS = 110_000

/** Of one round, or of several together. */
interface Count {
  given: number
  repeats: number
  acknowledged: number
  /** As nobody answered. */
  'given again': number
  refused: number
  lost: number
  doubled: number
  unasked: number
  /** Repeats that were answered otherwise, figures that are not the sum. */
  other: number
}

const zero: Count = {
  given: 0,
  repeats: 0,
  acknowledged: 0,
  'given again': 0,
  refused: 0,
  lost: 0,
  doubled: 0,
  unasked: 0,
  other: 0,
}
const keys = Object.keys(zero) as (keyof Count)[]
const together = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, count) => Object.fromEntries(keys.map((key) => [key, sum[key] + count[key]])) as unknown as Count,
    zero,
  )
const faulty = ({ refused, lost, doubled, unasked, other }: Count): boolean =>
  refused + lost + doubled + unasked + other > 0
const sizeOf = (refused: ReadonlyMap<string, number>): number =>
  [...refused.values()].reduce((sum, one) => sum + one, 0)

interface Room {
  system: RunningSystem
  crowd: Crowd
  meetingId: string
  /** The first chairs. */
  devices: readonly Device[]
}

async function enter(system: RunningSystem, crowd: Crowd): Promise<Room> {
  const { url } = system
  const meetingId = await crowd.announce()
  const devices = crowd.memberIds.map(
    (memberId) => new Device(memberId, { url, token: crowd.token(memberId), meetingId }),
  )
  await Promise.all(devices.map((device) => device.ready()))
  const opened = await devices[0]?.give(command('meeting.open', meetingId))
  if (opened !== 'ok') throw new Error(`the meeting was not opened: ${opened}`)
  return { system, crowd, meetingId, devices }
}

/** By turns the one or the other first. */
function killsOf({ signaling, postgres }: RunningSystem, round: number): Kill[] {
  const kills = [signaling, postgres].map((program) => async () => {
    await program.kill9()
    await program.start()
  })
  return round % 2 === 0 ? kills : kills.reverse()
}

async function openRound({ system, crowd, meetingId, devices }: Room, number: number): Promise<[Count, number]> {
  const { database } = crowd
  const kills = killsOf(system, number)
  const round = { meetingId, devices, database, kills, votesEach: VOTES_EACH, validMs: VALID_MS }
  const { cast, faults, forgotten, askedAgain, seconds } = await killAmidVotes(round)
  const { votes: given, repeats, acknowledged } = cast
  const { lost, doubled, unasked, contradictions, sumWrong } = faults
  const count = {
    given,
    repeats,
    acknowledged,
    'given again': askedAgain,
    refused: sizeOf(cast.refused),
    lost: lost.length + forgotten.length,
    doubled: doubled.length,
    unasked: unasked.length,
    other: contradictions + Number(sumWrong),
  }
  return [count, seconds]
}

async function secretRound({ system, crowd, meetingId, devices }: Room, number: number): Promise<[Count, number]> {
  const { database } = crowd
  const kills = killsOf(system, number)
  const { cast, faults, askedAgain, seconds } = await killAmidBallots({
    url: system.url,
    meetingId,
    devices,
    database,
    kills,
    atOnce: MEMBERS,
  })
  const { lost, doubled, unasked, contradictions, sumWrong, takersWrong } = faults
  const count = {
    given: cast.ballots,
    repeats: cast.repeats,
    acknowledged: cast.acknowledged.size,
    'given again': askedAgain,
    refused: sizeOf(cast.refused),
    lost: lost.length,
    doubled: doubled.length,
    unasked: unasked.length,
    other: contradictions + Number(sumWrong) + Number(takersWrong),
  }
  return [count, seconds]
}

async function rounds(room: Room, name: string, play: typeof openRound): Promise<{ count: Count; row: string[] }> {
  const counts: Count[] = []
  for (let number = 0; number < ROUNDS; number += 1) {
    const [count, seconds] = await play(room, number)
    process.stdout.write(`${name} ${number + 1}: ${JSON.stringify(count)}, ${seconds.toFixed(1)} s\n`)
    counts.push(count)
  }
  const count = together(counts)
  return { count, row: [name, String(ROUNDS), ...keys.map((key) => count[key].toLocaleString('en'))] }
}

const system = await startSystem({
  durable: true,
  // All ballots come from one address.
  env: { ADDRESS_BURST: '1000000', ADDRESS_REQUESTS_PER_SECOND: '1000000' },
})
try {
  const crowd = await gatherCrowd(system, MEMBERS, { ballotsOnDevices: true })
  const room = await enter(system, crowd)
  const open = await rounds(room, 'open', openRound)
  const secret = await rounds(room, 'secret', secretRound)
  for (const device of room.devices) device.stop()
  publish({
    name: 'votekills',
    title: 'Votes through kill -9',
    about:
      `${MEMBERS.toLocaleString('en')} members over real sockets, rounds of one poll each in the same meeting. Open: everybody votes and ` +
      `changes the vote, ${VOTES_EACH} votes each, one after the other as fast as they are answered; a fifth of the votes is given twice under the ` +
      'same id, a third of them at once, a third after the member’s next vote was acknowledged, a third after the last. Secret on devices: everybody takes a ballot ' +
      'and hands it in; a fifth takes twice, a fifth hands in twice, also with another choice. In the middle of each round signaling and ' +
      'PostgreSQL are killed with -9 and started again, by turns one or the other first. A device opens a new connection, enters, and gives ' +
      'what was not answered again (“given again”: tries without an answer). Lost: the choice that was acknowledged last is not the one in the outcome (secret: the receipt is not ' +
      'in the list). Doubled: counted twice. Unasked: counted without an acknowledgement. Other: a repeat was answered otherwise, or the ' +
      'figures are not the sum of what was acknowledged.',
    setting: [await databaseSetting(crowd.database), `${ROUNDS} rounds each, two kills in each round`],
    columns: ['poll', 'rounds', ...keys],
    rows: [open.row, secret.row],
  })
  await crowd.close()
  if (faulty(open.count) || faulty(secret.count)) throw new Error('votes were refused, lost or counted twice')
} finally {
  await system.stop()
}
