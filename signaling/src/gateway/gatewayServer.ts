// The socket.io server that browsers and media-servers share, and the types of the browsers' side of it.
import type { Server as HttpServer } from 'node:http'
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
