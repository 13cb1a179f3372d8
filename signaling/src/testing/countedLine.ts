// A line to signaling that counts what comes down it, frames and all, as the network would see it above TCP.
import { createConnection, createServer, type Socket } from 'node:net'

export interface CountedLine {
  /** Of signaling, through this line. */
  url: string
  /** Bytes from signaling so far. */
  received: () => number
  /** Nothing has come since it was asked the last time. */
  isQuiet: () => boolean
  close: () => Promise<void>
}

export async function bringBytes(url: string): Promise<CountedLine> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let received = 0
  let seen = -1
  const server = createServer((near) => {
    const far = createConnection({ host: hostname, port: Number(port) })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (chunk) => {
      received += chunk.length
      near.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    received: () => received,
    isQuiet: () => {
      const quiet = received === seen
      seen = received
      return quiet
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
