// The socket.io server that browsers and media-servers share, and the types of the browsers' side of it.
import type { Server as HttpServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { GatewayClientToServer, GatewayServerToClient } from '@hoi-truong/shared/protocol'
import { Server, type Socket } from 'socket.io'
import type { AccessClaims } from '../account/accessToken.ts'

interface SocketData extends AccessClaims {
  /** Meetings that this connection has entered. */
  entered: Set<string>
}

type NoEvents = Record<string, never>
export type GatewayServer = Server<GatewayClientToServer, GatewayServerToClient, NoEvents, SocketData>
export type GatewaySocket = Socket<GatewayClientToServer, GatewayServerToClient, NoEvents, SocketData>

/** @param renewSeconds how often a lease is renewed: each connection must have been heard in between */
export function createGatewayServer(http: HttpServer, renewSeconds: number): GatewayServer {
  return new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 256 * 1024,
    // A few bytes even on 3G, and the answer is the sign of life that presence counts by.
    pingInterval: renewSeconds * 1000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
  })
}

/** Nobody waits longer for a line that does not take what was sent. */
const LAST_WORDS_MS = 1_000

/** Closes the browsers' connections when what was sent has left, then everything: closing alone would drop what is queued. */
export async function closeGatewayServer(io: GatewayServer, http: HttpServer): Promise<void> {
  const closed = [...io.of('/').sockets.values()].map(
    ({ conn }) =>
      new Promise<void>((resolve) => {
        conn.once('close', () => resolve())
        conn.close()
      }),
  )
  await Promise.race([Promise.all(closed), delay(LAST_WORDS_MS, undefined, { ref: false })])
  const closing = io.close()
  // It waits for every request, also for one whose browser never sends the rest of it.
  await Promise.race([closing, delay(LAST_WORDS_MS, undefined, { ref: false })])
  http.closeAllConnections()
  await closing
}
