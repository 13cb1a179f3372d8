// A whole branch in an open meeting, ready to vote: what the benchmarks of votes and of secret ballots begin with.
import { randomUUID } from 'node:crypto'
import type { PollMatter, PollMethod } from '@hoi-truong/shared/voting'
import type { RunningSystem } from '../../e2e/support/system.ts'
import { type BenchSocket, type Crowd, give } from './crowd.ts'

/** Longer than signaling joins events for (docs/adr/0012-joined-messages.md). */
const SETTLING_MS = 1_000

export interface Room {
  system: RunningSystem
  crowd: Crowd
  meetingId: string
  /** The first chairs. */
  sockets: readonly BenchSocket[]
}

export interface Rush {
  /** From the first sent to the last acknowledged. */
  all: number
  times: number[]
}

/** Everybody presses in the same moment. */
export async function rush<T>(all: readonly T[], press: (one: T) => Promise<unknown>): Promise<Rush> {
  const begun = performance.now()
  const times = await Promise.all(
    all.map(async (one) => {
      const pressed = performance.now()
      await press(one)
      return performance.now() - pressed
    }),
  )
  return { all: performance.now() - begun, times }
}

export function chairOf({ sockets }: Pick<Room, 'sockets'>): BenchSocket {
  const [chair] = sockets
  if (!chair) throw new Error('nobody is there')
  return chair
}

/** Not all in the same moment: that would measure handshakes. */
const CONNECTING = 200

async function connectAll({ memberIds, connect }: Crowd): Promise<BenchSocket[]> {
  const sockets: BenchSocket[] = []
  for (let from = 0; from < memberIds.length; from += CONNECTING)
    sockets.push(...(await Promise.all(memberIds.slice(from, from + CONNECTING).map(connect))))
  return sockets
}

/** Everybody of the crowd, over an own socket. */
export async function enterRoom(system: RunningSystem, crowd: Crowd): Promise<Room> {
  const sockets = await connectAll(crowd)
  const meetingId = await crowd.announce()
  await give(chairOf({ sockets }), 'meeting.open', meetingId)
  await rush(sockets, (socket) => give(socket, 'attendance.enter', meetingId))
  return { system, crowd, meetingId, sockets }
}

/** @param opening is done just before the poll is opened */
export async function openPoll(
  room: Room,
  [matter, method]: [PollMatter, PollMethod],
  opening: () => void = () => undefined,
): Promise<string> {
  const { meetingId } = room
  const chair = chairOf(room)
  const pollId = randomUUID()
  const question = {
    pollId,
    itemId: null,
    matter,
    method,
    title: 'Thông qua nội dung thử nghiệm',
    options: [],
    maxChoices: 1,
    showTallies: false,
    tellerIds: [],
    repeats: null,
  }
  await give(chair, 'voting.prepare', meetingId, { question })
  // Its event is on its way to the screens; the opening's is the next.
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS))
  opening()
  await give(chair, 'voting.open', meetingId, { pollId, basedOn: 1 })
  return pollId
}
