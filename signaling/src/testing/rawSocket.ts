// A hostile client: it speaks WebSocket and socket.io's frames by itself, so that it can send what the library would not.
import { PROTOCOL_VERSION } from '@hoi-truong/shared/protocol'
import { until } from './signaling.ts'

export interface RawSocket {
  /** Sends a frame as it is, for example `421["command",{}]`. */
  send: (frame: string) => void
  /** Sends an event whose JSON arguments are given as text and resolves with the acknowledgement. */
  ask: (event: string, json: string) => Promise<unknown>
  frames: string[]
  closed: Promise<void>
  close: () => void
}

export async function openRawSocket(url: string, token: string): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  const frames: string[] = []
  const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()))
  socket.addEventListener('message', ({ data }) => {
    const frame = String(data)
    if (frame === '2') socket.send('3')
    else frames.push(frame)
  })
  let acknowledgement = 0
  await until(() => frames.some((frame) => frame.startsWith('0')))
  socket.send(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, token })}`)
  await until(() => frames.some((frame) => frame.startsWith('40') || frame.startsWith('44')))
  return {
    frames,
    closed,
    send: (frame) => socket.send(frame),
    close: () => socket.close(),
    ask: async (event, json) => {
      acknowledgement += 1
      const mark = `43${acknowledgement}[`
      socket.send(`42${acknowledgement}["${event}",${json}]`)
      const answer = await until(() => frames.find((frame) => frame.startsWith(mark)))
      return (JSON.parse(answer.slice(mark.length - 1)) as unknown[])[0]
    },
  }
}
