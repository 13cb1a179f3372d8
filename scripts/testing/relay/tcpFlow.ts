// One direction of one TCP connection over a line. The bytes are never lost: a lost segment is a pause of a retransmission timeout, which
// doubles with each try, and nothing behind it is handed over before it. A cut is silence: the sender goes on trying.
import type { Socket } from 'node:net'
import type { Lines } from './Ends.ts'

const SEGMENT_BYTES = 1_400
const IP_AND_TCP_BYTES = 20 + 20
/** As Linux has it: no less than this after the round trip. */
const LEAST_RTO_MS = 200
const MOST_RTO_MS = 60_000
/** Of the queue; the rest is left to datagrams, as the window of a sender that notices congestion leaves it. */
const SHARE_OF_QUEUE = 0.5
/** On the way and not handed over yet. */
const WINDOW_BYTES = 64 * 1024

export interface TcpFlowOptions {
  from: Socket
  to: Socket
  lines: Lines
  direction: keyof Lines
  signal: AbortSignal
  /** The handshake comes first. */
  beginsAt?: Promise<unknown>
}

export const until = (at: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, Math.max(0, at - performance.now()))
    signal.addEventListener('abort', done)
  })

function retransmissionMs({ up, down }: Lines): number {
  return up.conditions.delayMs + down.conditions.delayMs + LEAST_RTO_MS
}

/** Resolves with the moment of arrival once the segment has got through; tries again and again. */
export async function transmitSegment(
  { lines, direction, signal }: Pick<TcpFlowOptions, 'lines' | 'direction' | 'signal'>,
  bytes: number,
): Promise<number> {
  const line = lines[direction]
  let timeout = retransmissionMs(lines)
  while (!signal.aborted) {
    if (!line.isCut) {
      const at = line.transmit(performance.now(), bytes + IP_AND_TCP_BYTES)
      if (!line.takesAway()) return at
    }
    await until(performance.now() + timeout, signal)
    timeout = Math.min(timeout * 2, MOST_RTO_MS)
  }
  return performance.now()
}

/** Ends when one end has hung up and the other has heard of it. */
export async function tcpFlow({ from, to, lines, direction, signal, beginsAt }: TcpFlowOptions): Promise<void> {
  const line = lines[direction]
  const back = lines[direction === 'up' ? 'down' : 'up']
  let handedOver: Promise<void> = Promise.resolve()
  let onTheWay = 0
  const handOver = async (segment: Buffer, at: number): Promise<void> => {
    await until(at, signal)
    onTheWay -= segment.length
    if (signal.aborted || to.destroyed) return
    // An acknowledgement is a packet too.
    back.transmit(performance.now(), IP_AND_TCP_BYTES)
    if (!to.write(segment)) await untilRoom(to)
  }
  const carry = async (chunk: Buffer): Promise<void> => {
    for (let start = 0; start < chunk.length && !signal.aborted; start += SEGMENT_BYTES) {
      const segment = chunk.subarray(start, start + SEGMENT_BYTES)
      const room = () => line.conditions.queueMs * SHARE_OF_QUEUE - line.waitMs(performance.now())
      while (!signal.aborted && room() < 0) await until(performance.now() - room(), signal)
      if (onTheWay > WINDOW_BYTES) await handedOver
      onTheWay += segment.length
      const at = await transmitSegment({ lines, direction, signal }, segment.length)
      handedOver = handedOver.then(() => handOver(segment, at))
    }
  }
  let isBroken = false
  await beginsAt
  try {
    for await (const chunk of from.iterator({ destroyOnReturn: false })) await carry(chunk as Buffer)
  } catch {
    isBroken = true
  }
  await handedOver
  // That it is over is news which has to get through as well.
  await until(await transmitSegment({ lines, direction, signal }, 0), signal)
  if (isBroken) to.destroy()
  else to.end()
}

const untilRoom = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('drain', resolve)
    socket.once('close', () => resolve())
  })
