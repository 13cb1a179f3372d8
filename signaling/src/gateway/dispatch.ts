// One gate for every socket request: name, limit, size, shape, handler, answer. Whatever is thrown becomes an answer.
import { AppError, type ErrorCode, fail, parse, type Result, succeed } from '@hoi-truong/shared/errors'
import type { Logger } from 'pino'
import type { z } from 'zod'
import { translateDatabaseError } from '../database/client.ts'

export type RequestTable<S extends Record<string, z.ZodType>> = {
  [R in keyof S]: (body: z.infer<S[R]>) => Promise<unknown>
}

export interface DispatchOptions {
  /** Called for each request before it is looked at. @throws AppError TOO_MANY_REQUESTS */
  admit: () => void
  count: (request: string, outcome: 'ok' | ErrorCode) => void
  log: Logger
}

/** What is needed of a socket.io socket. */
export interface RequestSocket {
  onAny: (listener: (event: string, ...rest: unknown[]) => void) => unknown
}

export function serveRequests<S extends Record<string, z.ZodType>>(
  socket: RequestSocket,
  schemas: S,
  table: RequestTable<S>,
  { admit, count, log }: DispatchOptions,
): void {
  const run = async (event: string, body: unknown): Promise<Result<unknown>> => {
    try {
      admit()
      const schema = Object.hasOwn(schemas, event) ? schemas[event] : undefined
      if (!schema) throw new AppError('REQUEST_UNKNOWN')
      const handler = table[event] as (body: unknown) => Promise<unknown>
      return succeed(await handler(parse(schema, body)))
    } catch (thrown) {
      const error = translateDatabaseError(thrown)
      if (!(error instanceof AppError)) log.error({ err: error, request: event }, 'request failed by a fault')
      return fail(error)
    }
  }
  socket.onAny((event, ...rest) => {
    const acknowledge = rest.pop()
    const known = Object.hasOwn(schemas, event) ? event : 'unknown'
    // Nobody waits for an answer: there is no one to refuse either.
    if (typeof acknowledge !== 'function') return count(known, 'REQUEST_MALFORMED')
    void run(event, rest[0]).then((result) => {
      count(known, result.ok ? 'ok' : result.error.code)
      acknowledge(result)
    })
  })
}
