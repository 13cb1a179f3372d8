// Untrusted input to values of a schema, or a refusal that names the fields.
import { z } from 'zod'
import { AppError, type ErrorReply } from './appError.ts'
import { type ErrorCode, errorStatus } from './codes.ts'

export const errorReplySchema = z.object({
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
}) satisfies z.ZodType<ErrorReply>

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
