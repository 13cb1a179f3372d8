// Why signaling did not start, in one sentence that says what to do.
import { isUnreachable } from './database/client.ts'

const listening: Record<string, (error: ListenError) => string> = {
  EADDRINUSE: ({ port }) => `port ${port} is taken: stop the other program or set PORT to a free one`,
  EACCES: ({ port }) => `port ${port} may not be used by this user: set PORT to one above 1023`,
  EADDRNOTAVAIL: ({ address }) => `${address} is no address of this machine: set HOST to one that is, or to 0.0.0.0`,
  ENOTFOUND: ({ hostname }) => `the name ${hostname} in HOST is unknown: set HOST to an address of this machine`,
}

const REASONS: readonly [RegExp, string][] = [
  [/P1000|28P01|28000|AuthenticationFailed/, 'PostgreSQL refuses the name or the password in DATABASE_APP_URL'],
  [
    /P1003|3D000|DatabaseDoesNotExist/,
    'the database named in DATABASE_APP_URL is not there: create it and run the migrations',
  ],
  [
    /42P01|P2021|TableDoesNotExist/,
    'the database lacks its tables: run scripts/migrate.mjs with DATABASE_URL set to its owner',
  ],
  [
    /42501|P1010|DatabaseAccessDenied/,
    'the role in DATABASE_APP_URL may not use the tables: run the migrations, they give the rights',
  ],
]

interface ListenError extends NodeJS.ErrnoException {
  port?: number
  address?: string
  hostname?: string
}

export function startFailure(error: unknown): string {
  const { code, syscall, message } = error as ListenError
  // Only an error of the port itself carries the system call: what went wrong with PostgreSQL comes wrapped by Prisma.
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    const sentence = listening[code ?? '']?.(error as ListenError)
    if (sentence) return `signaling cannot listen: ${sentence}.`
  }
  const identity = identityOf(error)
  const reason = REASONS.find(([pattern]) => pattern.test(identity))?.[1]
  if (reason) return `signaling cannot use its database: ${reason}.`
  if (isUnreachable(error))
    return 'signaling cannot reach PostgreSQL at DATABASE_APP_URL: is it running, and is the address right?'
  return message
}

/** Codes and kinds of an error and of all that it wraps, without its messages. */
function identityOf(error: unknown, depth = 0): string {
  if (depth > 5 || typeof error !== 'object' || error === null) return ''
  const { code, kind, originalCode, cause, meta, driverAdapterError } = error as Record<string, unknown>
  const own = [code, kind, originalCode].filter((value) => typeof value === 'string').join(' ')
  return [own, ...[cause, meta, driverAdapterError].map((inner) => identityOf(inner, depth + 1))].join(' ')
}
