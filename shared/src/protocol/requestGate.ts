// One gate for every socket request, in signaling and in the media-server alike: limit, name, size, shape, then the handler, then the
// answer. Whatever is thrown on the way becomes an answer; nothing that a client sends reaches further than this.
import type { z } from 'zod'
import { AppError, type ErrorCode, fail, parse, type Result, succeed } from '../errors/index.ts'

export type RequestOutcome = 'ok' | ErrorCode
type Schemas = Record<string, z.ZodType>

export interface RequestGate<S extends Schemas> {
  schemas: S
  /** Called for each request before it is looked at. @throws AppError TOO_MANY_REQUESTS */
  admit: () => void
  /** What the request does, once its body has its shape. */
  handle: (request: keyof S & string, body: z.infer<S[keyof S]>) => Promise<unknown>
  /** The largest body as JSON, in characters; bounded by the socket's message size otherwise. */
  mostCharacters?: number
  /** Carries out a request with its answer: where requests have to wait for one another. @throws AppError TOO_MANY_REQUESTS */
  carryOut?: (work: () => Promise<void>) => void
  /** Names what was thrown, where it may be no AppError yet (a database that is gone). */
  translate?: (thrown: unknown) => unknown
  count: (request: (keyof S & string) | 'unknown', outcome: RequestOutcome) => void
  /** A fault of ours, or a refusal with a cause. */
  report: (request: (keyof S & string) | 'unknown', error: unknown) => void
}

/** What is needed of a socket.io socket. */
export interface RequestSocket {
  onAny: (listener: (event: string, ...rest: unknown[]) => void) => unknown
}

export type RequestTable<S extends Schemas> = { [R in keyof S]: (body: z.infer<S[R]>) => Promise<unknown> }

/** `handle` from a table of one handler a request. */
export function byTable<S extends Schemas>(table: RequestTable<S>): RequestGate<S>['handle'] {
  // The table's type ties each handler to its body; which of them it is, only the run time knows.
  return (request, body) => (table[request] as (body: unknown) => Promise<unknown>)(body)
}

const AT_ONCE = (work: () => Promise<void>): void => void work()

export function serveRequests<S extends Schemas>(socket: RequestSocket, gate: RequestGate<S>): void {
  const { schemas, admit, handle, mostCharacters = Infinity, carryOut = AT_ONCE, count, report } = gate
  const isRequest = (event: unknown): event is keyof S & string =>
    typeof event === 'string' && Object.hasOwn(schemas, event)

  const checkedBody = (request: keyof S & string, rest: readonly unknown[]): z.infer<S[keyof S]> => {
    const [body, ...more] = rest
    if (more.length > 0) throw new AppError('REQUEST_MALFORMED', { fields: '(body)' })
    if (body !== undefined && mostCharacters < Infinity && JSON.stringify(body).length > mostCharacters) {
      throw new AppError('REQUEST_TOO_LARGE')
    }
    return parse(schemas[request] as S[keyof S], body)
  }

  socket.onAny((event, ...rest) => {
    const request = isRequest(event) ? event : undefined
    const acknowledge = rest.pop()
    // Nobody waits for an answer: there is no one to refuse either.
    if (typeof acknowledge !== 'function') return count(request ?? 'unknown', 'REQUEST_MALFORMED')
    const answer = (result: Result<unknown>): void => {
      count(request ?? 'unknown', result.ok ? 'ok' : result.error.code)
      acknowledge(result)
    }
    const refuse = (thrown: unknown): void => {
      const error = gate.translate ? gate.translate(thrown) : thrown
      if (!(error instanceof AppError) || error.cause !== undefined) report(request ?? 'unknown', error)
      answer(fail(error))
    }
    try {
      admit()
      if (!request) throw new AppError('REQUEST_UNKNOWN')
      const body = checkedBody(request, rest)
      carryOut(async () => {
        try {
          answer(succeed(await handle(request, body)))
        } catch (error) {
          refuse(error)
        }
      })
    } catch (error) {
      refuse(error)
    }
  })
}
