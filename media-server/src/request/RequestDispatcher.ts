// Hands each request of a browser to its handler, one after the other for one session. What comes before and after (limit, name, size,
// shape, answer) is the gate that signaling uses too.
import { AppError } from '@hoi-truong/shared/errors'
import { type MediaRequest, mediaRequestSchemas } from '@hoi-truong/shared/media'
import { type RequestOutcome, type RequestSocket, serveRequests } from '@hoi-truong/shared/protocol'
import type { Logger } from 'pino'
import type { MediaSession } from '../session/MediaSession.ts'
import { RequestLimit } from './RequestLimit.ts'
import type { RequestHandlers } from './requestHandlers.ts'

export type CountRequest = (request: MediaRequest | 'unknown', outcome: RequestOutcome) => void

/** The largest request that means anything is a browser's capabilities, a tenth of this. */
export const MOST_REQUEST_CHARACTERS = 128 * 1024

export class RequestDispatcher {
  readonly #handlers: RequestHandlers
  readonly #count: CountRequest
  readonly #log: Logger

  constructor(handlers: RequestHandlers, count: CountRequest, log: Logger) {
    this.#handlers = handlers
    this.#count = count
    this.#log = log
  }

  serve(socket: RequestSocket, session: MediaSession): void {
    const limit = new RequestLimit()
    serveRequests(socket, {
      schemas: mediaRequestSchemas,
      mostCharacters: MOST_REQUEST_CHARACTERS,
      admit: () => {
        if (!limit.take()) throw new AppError('TOO_MANY_REQUESTS')
      },
      carryOut: (work) =>
        session.inOrder(async () => {
          session.link.hold()
          await work().finally(() => session.link.release())
        }),
      handle: (request, body) => {
        // The table's type ties each handler to its body; which of them it is, only the run time knows.
        const handler = this.#handlers[request] as (session: MediaSession, body: unknown) => Promise<unknown>
        return handler(session, body)
      },
      count: this.#count,
      report: (request, error) => this.#report(request, error),
    })
  }

  #report(request: string, error: unknown): void {
    if (!(error instanceof AppError)) this.#log.error({ request, err: error }, 'request failed by a fault')
    else this.#log.debug({ request, code: error.code, reason: String(error.cause) }, 'request refused')
  }
}
