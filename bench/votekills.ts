// npm run bench:votekills: thousands of votes with repeats while signaling and PostgreSQL are killed with -9; nothing is lost, nothing
// counts twice. Ends with an error when that does not hold.
import { type RunningSystem, startSystem } from '../e2e/support/system.ts'
import { Device } from '../signaling/src/testing/ballots/device.ts'
import { type Kill, type KilledVotes, killAmidVotes } from '../signaling/src/testing/ballots/killRound.ts'
import { command } from '../signaling/src/testing/signaling.ts'
import { type Crowd, databaseSetting, gatherCrowd } from './support/crowd.ts'
import { publish } from './support/report.ts'

const MEMBERS = 2_000
const VOTES_EACH = 5
const ROUNDS = 5
/** As the room gives a vote. */
const VALID_MS = 60_000

const sum = (rounds: readonly KilledVotes[], pick: (round: KilledVotes) => number): number =>
  rounds.reduce((total, round) => total + pick(round), 0)

async function enter(crowd: Crowd, url: string): Promise<{ devices: Device[]; meetingId: string }> {
  const meetingId = await crowd.announce()
  const devices = crowd.memberIds.map(
    (memberId) => new Device(memberId, { url, token: crowd.token(memberId), meetingId }),
  )
  await Promise.all(devices.map((device) => device.ready()))
  const opened = await devices[0]?.give(command('meeting.open', meetingId))
  if (opened !== 'ok') throw new Error(`the meeting was not opened: ${opened}`)
  return { devices, meetingId }
}

function killsOf({ signaling, postgres }: RunningSystem, round: number): Kill[] {
  const kills = [signaling, postgres].map((program) => async () => {
    await program.kill9()
    await program.start()
  })
  return round % 2 === 0 ? kills : kills.reverse()
}

const faulty = ({ faults, forgotten }: KilledVotes): number =>
  faults.lost.length +
  faults.doubled.length +
  faults.unasked.length +
  faults.contradictions +
  forgotten.length +
  Number(faults.sumWrong)

const system = await startSystem({ durable: true })
try {
  const crowd = await gatherCrowd(system, MEMBERS)
  const { devices, meetingId } = await enter(crowd, system.url)
  const rounds: KilledVotes[] = []
  for (let number = 0; number < ROUNDS; number += 1) {
    const kills = killsOf(system, number)
    const round = await killAmidVotes({
      meetingId,
      devices,
      database: crowd.database,
      kills,
      votesEach: VOTES_EACH,
      validMs: VALID_MS,
    })
    const { cast, faults, seconds } = round
    const refused = [...cast.refused].map(([code, times]) => `${times} ${code}`).join(', ')
    process.stdout.write(
      `round ${number + 1}: ${cast.votes} votes, ${cast.repeats} repeats, ${cast.acknowledged} acknowledged, refused: ${refused || 'none'}, ` +
        `lost ${faults.lost.length}, doubled ${faults.doubled.length}, ${seconds.toFixed(1)} s\n`,
    )
    rounds.push(round)
  }
  for (const device of devices) device.stop()
  const count = (pick: (round: KilledVotes) => number) => sum(rounds, pick).toLocaleString('en')
  publish({
    name: 'votekills',
    title: 'Votes through kill -9',
    about:
      `${MEMBERS.toLocaleString('en')} members over real sockets vote in an open poll and change their vote, ${VOTES_EACH} votes each, as fast as ` +
      'they are answered; a fifth of the votes is given twice under the same id, half of them at once, half after the member’s next vote was ' +
      'acknowledged. In the middle of each round signaling and PostgreSQL are killed with -9 and started again, by turns one or the other ' +
      'first. A device opens a new connection, enters, and gives what was not answered again under its id. A vote is lost when a member’s ' +
      'last acknowledged choice is not the one in the outcome; doubled when a member is counted twice.',
    setting: [await databaseSetting(crowd.database), `${ROUNDS} rounds, each a poll of its own in the same meeting`],
    columns: ['rounds', 'votes', 'repeats', 'acknowledged', 'lost', 'doubled', 'counted unasked', 'contradictions'],
    rows: [
      [
        String(ROUNDS),
        count(({ cast }) => cast.votes),
        count(({ cast }) => cast.repeats),
        count(({ cast }) => cast.acknowledged),
        count(({ faults, forgotten }) => faults.lost.length + forgotten.length),
        count(({ faults }) => faults.doubled.length),
        count(({ faults }) => faults.unasked.length),
        count(({ faults }) => faults.contradictions),
      ],
    ],
  })
  await crowd.close()
  if (sum(rounds, faulty) > 0) throw new Error('votes were lost or counted twice')
} finally {
  await system.stop()
}
