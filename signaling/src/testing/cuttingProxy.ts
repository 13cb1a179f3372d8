// A line to PostgreSQL that can be cut at the worst moment: just before COMMIT reaches it, or just before its answer comes back.
import { connect, createServer, type Socket } from 'node:net'

export interface CuttingProxy {
  url: string
  /** Cuts the next connection that commits, once. */
  cutNext: (moment: 'beforeCommit' | 'afterCommit') => void
  cuts: () => number
  stop: () => Promise<void>
}

export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let armed: 'beforeCommit' | 'afterCommit' | null = null
  let cuts = 0

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let swallowAnswer = false
    const cut = () => {
      cuts += 1
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (chunk) => {
      const commits = armed !== null && chunk.includes('COMMIT')
      if (commits && armed === 'beforeCommit') {
        armed = null
        return cut()
      }
      if (commits) {
        armed = null
        swallowAnswer = true
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (swallowAnswer) cut()
      else client.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = new URL(databaseUrl)
  url.port = String(address.port)
  return {
    url: url.href,
    cutNext: (moment) => {
      armed = moment
    },
    cuts: () => cuts,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
