// The one gate for every request of a browser: limit, name, size, shape, then the handler, then the answer. Whatever is
// thrown on the way becomes an answer; nothing that a browser sends reaches further than this.
import { AppError, type ErrorCode, fail, parse, type Result, succeed } from '@hoi-truong/shared/errors'
import { type MediaRequest, mediaRequestSchemas } from '@hoi-truong/shared/media'
import type { Logger } from 'pino'
import type { MediaSession } from '../session/MediaSession.ts'
import { RequestLimit } from './RequestLimit.ts'
import type { RequestHandlers } from './requestHandlers.ts'

type RequestOutcome = 'ok' | ErrorCode
export type CountRequest = (request: MediaRequest | 'unknown', outcome: RequestOutcome) => void

/** The largest request that means anything is a browser's capabilities, a tenth of this. */
export const MOST_REQUEST_CHARACTERS = 128 * 1024

type Acknowledge = (result: Result<unknown>) => void

/** What is needed of a socket.io socket. */
export interface RequestSocket {
  onAny: (listener: (event: unknown, ...rest: unknown[]) => void) => void
}

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
    socket.onAny((event, ...rest) => {
      const request = isRequest(event) ? event : undefined
      const acknowledge = rest.pop()
      // Nobody waits for an answer: there is no one to refuse either.
      if (typeof acknowledge !== 'function') return this.#count(request ?? 'unknown', 'REQUEST_MALFORMED')
      const answer = (result: Result<unknown>) => {
        this.#count(request ?? 'unknown', result.ok ? 'ok' : result.error.code)
        ;(acknowledge as Acknowledge)(result)
      }
      try {
        if (!limit.take()) throw new AppError('TOO_MANY_REQUESTS')
        if (!request) throw new AppError('REQUEST_UNKNOWN')
        const body = checkedBody(request, rest)
        session.inOrder(() => this.#run(request, session, body, answer))
      } catch (error) {
        answer(this.#failure(request, error))
      }
    })
  }

  async #run(request: MediaRequest, session: MediaSession, body: unknown, answer: Acknowledge): Promise<void> {
    session.link.hold()
    try {
      answer(await this.#resultOf(request, session, body))
    } catch (error) {
      this.#log.error({ request, err: error }, 'answer could not be given')
    } finally {
      session.link.release()
    }
  }

  async #resultOf(request: MediaRequest, session: MediaSession, body: unknown): Promise<Result<unknown>> {
    try {
      // The table's type ties each handler to its body; which of them it is, only the run time knows.
      const handler = this.#handlers[request] as (session: MediaSession, body: unknown) => Promise<unknown>
      return succeed(await handler(session, body))
    } catch (error) {
      return this.#failure(request, error)
    }
  }

  #failure(request: MediaRequest | undefined, error: unknown): Result<never> {
    if (!(error instanceof AppError)) this.#log.error({ request, err: error }, 'request failed by a fault')
    else if (error.cause) this.#log.debug({ request, code: error.code, reason: String(error.cause) }, 'request refused')
    return fail(error)
  }
}

function isRequest(event: unknown): event is MediaRequest {
  return typeof event === 'string' && Object.hasOwn(mediaRequestSchemas, event)
}

function checkedBody(request: MediaRequest, rest: unknown[]): unknown {
  const [body, ...more] = rest
  if (more.length > 0) throw new AppError('REQUEST_MALFORMED', { fields: '(body)' })
  if (body !== undefined && JSON.stringify(body).length > MOST_REQUEST_CHARACTERS)
    throw new AppError('REQUEST_TOO_LARGE')
  return parse(mediaRequestSchemas[request], body)
}
