// npm run bench:fanout: from giving a command to its event at every socket that follows the meeting.
import { startSystem } from '../e2e/support/system.ts'
import { type Crowd, databaseSetting, gatherCrowd, takeTurn } from './support/crowd.ts'
import { ms, publish, quantile } from './support/report.ts'

const FOLLOWERS = [25, 200, 1_000]
const RUNS = 3
const EVENTS = 30
/** Longer than signaling pauses after a message (docs/adr/0012-joined-messages.md): each event comes alone. */
const PAUSE_MS = 150

/** Times from the command to each follower's message, in ms. */
async function run(crowd: Crowd, meetingId: string, followers: number): Promise<number[]> {
  const speaker = await crowd.connect(crowd.memberIds[0] ?? '')
  const times: number[] = []
  let given = 0
  let heard = 0
  let whenAllHeard = () => {}
  const sockets = await Promise.all(crowd.memberIds.slice(1, followers + 1).map((memberId) => crowd.connect(memberId)))
  for (const socket of sockets) {
    const reply = await socket.emitWithAck('subscribe', { streamId: meetingId })
    if (!reply.ok) throw new Error(`a follower was refused: ${reply.error.code}`)
    socket.on('events', () => {
      times.push(performance.now() - given)
      heard += 1
      if (heard === followers) whenAllHeard()
    })
  }
  for (let turn = 0; turn < EVENTS; turn += 1) {
    heard = 0
    const all = new Promise<void>((resolve) => {
      whenAllHeard = resolve
    })
    given = performance.now()
    await Promise.all([takeTurn(speaker, meetingId, turn), all])
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  for (const socket of [speaker, ...sockets]) socket.disconnect()
  return times
}

const system = await startSystem({
  durable: true,
  env: { MEMBER_BURST: '1000000', MEMBER_REQUESTS_PER_SECOND: '1000000' },
})
try {
  const crowd = await gatherCrowd(system, Math.max(...FOLLOWERS) + 1)
  const rows: string[][] = []
  for (const followers of FOLLOWERS) {
    const runs: number[][] = []
    for (let number = 0; number < RUNS; number += 1) runs.push(await run(crowd, await crowd.announce(), followers))
    const over = (share: number) =>
      ms(
        quantile(
          runs.map((times) => quantile(times, share)),
          0.5,
        ),
      )
    rows.push([String(followers), over(0.5), over(0.99), over(1)])
  }
  publish({
    name: 'fanout',
    title: 'Fan-out',
    about:
      'One member checks in or leaves; measured from giving the command to the arrival of its event at each socket that follows ' +
      'the meeting, commit with fsync included. All sockets live in one process on the same machine.',
    setting: [await databaseSetting(crowd.database), `${RUNS} runs of ${EVENTS} events; medians over the runs`],
    columns: ['sockets', 'median', 'p99', 'last socket of the slowest event'],
    rows,
  })
  await crowd.close()
} finally {
  await system.stop()
}
