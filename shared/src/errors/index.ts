// The one error type. Everything refused on purpose is an AppError; everything else is a fault and shown as INTERNAL.
import { z } from 'zod'
import { type ErrorCode, errorStatus } from './codes.ts'

export { type ErrorCode, errorStatus } from './codes.ts'

/** Values that the sentence of an error needs, for example `{ seconds: 30 }`. Never personal data. */
export type ErrorParams = Record<string, string | number>

export const errorReplySchema = z.object({
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type ErrorReply = z.infer<typeof errorReplySchema>

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

/** Says which fields of a request are wrong, by path only: the values stay out of logs and answers. */
export function malformed(error: z.ZodError): AppError {
  const fields = [...new Set(error.issues.map((issue) => issue.path.join('.') || '(body)'))].slice(0, 8).join(', ')
  return new AppError('REQUEST_MALFORMED', { fields })
}

/** Parses untrusted input or throws REQUEST_MALFORMED. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = schema.safeParse(input)
  if (!result.success) throw malformed(result.error)
  return result.data
}
