// The browsers' namespace: lets sockets in by grant or resume token, binds each to a session, and hands its requests to
// the dispatcher.
import { AppError, fail } from '@hoi-truong/shared/errors'
import { MEDIA_NAMESPACE, mediaHandshakeSchema } from '@hoi-truong/shared/media'
import type { Logger } from 'pino'
import type { Namespace, Server, Socket } from 'socket.io'
import type { RequestDispatcher } from '../request/RequestDispatcher.ts'
import type { RoomRegistry } from '../room/RoomRegistry.ts'
import type { GrantVerifier } from './GrantVerifier.ts'
import { type Admission, MediaSession } from './MediaSession.ts'
import type { ResumeTokens } from './ResumeTokens.ts'
import { SocketLink } from './SocketLink.ts'

export interface MediaGatewayOptions {
  io: Server
  registry: RoomRegistry
  grants: GrantVerifier
  resumeTokens: ResumeTokens
  dispatcher: RequestDispatcher
  log: Logger
  countHandshake: (outcome: string) => void
  /** A socket that was let in and asks for nothing only holds a place in the process: after this time it is cut. */
  joinWithinMs?: number
}

const JOIN_WITHIN_MS = 15_000

export class MediaGateway {
  readonly #options: MediaGatewayOptions
  readonly #namespace: Namespace

  constructor(options: MediaGatewayOptions) {
    this.#options = options
    this.#namespace = options.io.of(MEDIA_NAMESPACE)
    this.#namespace.use((socket, next) => {
      try {
        socket.data.admission = this.#admit(socket.handshake.auth)
        options.countHandshake('ok')
        next()
      } catch (error) {
        next(this.#refusal(error))
      }
    })
    this.#namespace.on('connection', (socket) => this.#serve(socket))
  }

  get sockets(): number {
    return this.#namespace.sockets.size
  }

  #admit(auth: unknown): Admission {
    const handshake = mediaHandshakeSchema.safeParse(auth)
    if (!handshake.success) throw new AppError(isEmpty(auth) ? 'GRANT_MISSING' : 'REQUEST_MALFORMED')
    if ('grant' in handshake.data) {
      const grant = this.#options.grants.verify(handshake.data.grant)
      this.#options.registry.check(grant)
      return { by: 'grant', grant }
    }
    const session = this.#options.resumeTokens.read(handshake.data.resumeToken)
    if (!session || !this.#options.registry.find(session.meetingId, session.sessionId))
      throw new AppError('RESUME_UNKNOWN')
    return { by: 'resumeToken', session }
  }

  #refusal(error: unknown): Error {
    const { error: reply } = fail(error)
    this.#options.countHandshake(reply.code)
    if (reply.code === 'INTERNAL') this.#options.log.error({ err: error }, 'handshake failed by a fault')
    // socket.io carries `data` of the error to the browser's connect_error.
    return Object.assign(new Error(reply.code), { data: reply })
  }

  #serve(socket: Socket): void {
    const link = new SocketLink({
      emit: (notification, body) => socket.emit(notification, body),
      disconnect: () => socket.disconnect(true),
    })
    const session = new MediaSession(socket.data.admission as Admission, link)
    const deadline = setTimeout(() => {
      if (!session.hasJoined) socket.disconnect(true)
    }, this.#options.joinWithinMs ?? JOIN_WITHIN_MS)
    socket.on('disconnect', () => {
      clearTimeout(deadline)
      session.end()
    })
    this.#options.dispatcher.serve(socket, session)
  }
}

function isEmpty(auth: unknown): boolean {
  return typeof auth !== 'object' || auth === null || Object.keys(auth).length === 0
}
