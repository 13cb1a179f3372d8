// A wire between signaling and PostgreSQL that can be cut or fall silent, while the server that all test files share goes on.
import { createConnection, createServer, type Server, type Socket } from 'node:net'

export interface TcpProxy {
  port: number
  /** Closes every connection and refuses new ones. */
  cut: () => Promise<void>
  /** Keeps the connections open but passes nothing on any more. */
  silence: () => void
  /** Works (again), on the same port. */
  restore: () => Promise<void>
  close: () => Promise<void>
}

export async function openTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let silent = false
  let server: Server | undefined
  let port = 0

  const pass = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('data', (chunk) => {
      if (!silent) to.write(chunk)
    })
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    from.on('error', () => from.destroy())
  }
  const listen = async () => {
    server = createServer((near) => {
      const far = createConnection(target)
      pass(near, far)
      pass(far, near)
    })
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    const address = server.address()
    if (address !== null && typeof address === 'object') port = address.port
  }
  const cut = async () => {
    const closing = server
    server = undefined
    for (const socket of sockets) socket.destroy()
    if (closing) await new Promise((resolve) => closing.close(resolve))
  }

  await listen()
  return {
    port,
    cut,
    silence: () => {
      silent = true
    },
    restore: async () => {
      silent = false
      for (const socket of sockets) socket.destroy()
      if (!server) await listen()
    },
    close: cut,
  }
}

/** The database's address with another port. */
export function throughPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl)
  url.port = String(port)
  return url.href
}
