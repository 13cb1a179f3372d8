// What went wrong as the app tells it: an error of the closed list, or no answer at all.
import { AppError, type ErrorReply, errorStatus } from '@hoi-truong/shared/errors'
import type { MessageKey } from '@hoi-truong/shared/i18n'

/** Null for what is no error of the closed list: then it was something on the way that answered, not the server. */
export function refusalFrom(reply: Partial<ErrorReply> | null | undefined): AppError | null {
  const code = reply?.code
  return code !== undefined && Object.hasOwn(errorStatus, code) ? new AppError(code, reply?.params) : null
}

/** No answer: the network or the server is away. Unlike a refusal it says nothing about whether the request took effect. */
export class Unreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('no answer', options)
    this.name = 'Unreachable'
  }
}

export type Problem = ErrorReply | { code: 'UNREACHABLE' }

export function problemOf(error: unknown): Problem {
  if (error instanceof AppError) return error.toReply()
  if (error instanceof Unreachable) return { code: 'UNREACHABLE' }
  return { code: 'INTERNAL' }
}

export const sentenceKeyOf = (problem: Problem): MessageKey =>
  problem.code === 'UNREACHABLE' ? 'common.unreachable' : `error.${problem.code}`

/** What goes into the sentence: a number, the name of an item. */
export const paramsOf = (problem: Problem): ErrorReply['params'] => ('params' in problem ? problem.params : undefined)

/** The sentence whole, for `t(...sentenceOf(problem))`. */
export const sentenceOf = (problem: Problem): [MessageKey, ErrorReply['params']] => [
  sentenceKeyOf(problem),
  paramsOf(problem),
]

const passing = new Set<Problem['code']>([
  'UNREACHABLE',
  'TIMEOUT',
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
  'DOCUMENT_STORE_UNAVAILABLE',
  // The server itself does not know whether it took effect: the same command again finds out.
  'COMMAND_IN_DOUBT',
  'TOO_MANY_REQUESTS',
])

/** True when the same request may succeed later without anybody doing something. */
export const isPassing = (error: unknown): boolean => passing.has(problemOf(error).code)

const signedOut = new Set<Problem['code']>(['TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED'])

/** True when a fresh access token may help. */
export const asksForToken = (error: unknown): boolean => signedOut.has(problemOf(error).code)

/** True when only signing in again helps. */
export const asksForSignIn = (error: unknown): boolean =>
  asksForToken(error) || problemOf(error).code.startsWith('REFRESH_')
