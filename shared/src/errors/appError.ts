// The one error type, on both sides of the wire. Everything refused on purpose is an AppError; everything else is a fault and shown as
// INTERNAL. Nothing here needs zod, so that the browser's first page does not carry it.
import { type ErrorCode, errorStatus } from './codes.ts'

/** Values that the sentence of an error needs, for example `{ seconds: 30 }`. Never personal data. */
export type ErrorParams = Record<string, string | number>

/** An error as it travels. */
export interface ErrorReply {
  code: ErrorCode
  params?: ErrorParams | undefined
}

export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams | undefined

  constructor(code: ErrorCode, params?: ErrorParams, options?: ErrorOptions) {
    super(params ? `${code} ${JSON.stringify(params)}` : code, options)
    this.name = 'AppError'
    this.code = code
    this.params = params
  }

  get status(): number {
    return errorStatus[this.code]
  }

  toReply(): ErrorReply {
    return this.params ? { code: this.code, params: this.params } : { code: this.code }
  }
}

/** What every acknowledged request answers, on every socket. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorReply }

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

/** Turns whatever was thrown into what may be told; faults become INTERNAL so that nothing inner leaks. */
export function fail(error: unknown): { ok: false; error: ErrorReply } {
  if (error instanceof AppError) return { ok: false, error: error.toReply() }
  return { ok: false, error: { code: 'INTERNAL' } }
}
