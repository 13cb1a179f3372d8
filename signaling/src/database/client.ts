// The one way to PostgreSQL: Prisma over node-postgres. Hot statements are raw SQL through it.
import { AppError } from '@hoi-truong/shared/errors'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../generated/prisma/client.ts'

export type Database = PrismaClient
/** What a statement runs on: the client itself or one transaction. */
export type Sql = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>

const POOL_SIZE = 12

export interface ConnectionOptions {
  connections?: number
  name?: string
  /** For PostgreSQL, as on its command line. */
  options?: string
}

export function connectDatabase(
  url: string,
  { connections = POOL_SIZE, name = 'signaling', options }: ConnectionOptions = {},
): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: name,
    ...(options === undefined ? {} : { options }),
    // A statement that hangs must not hold a stream's lock for ever.
    statement_timeout: 15_000,
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } })
}

const UNREACHABLE_PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'])
// Classes 08 (connection), 53 (resources), 57P0x (shutdown, crash, starting up).
const UNREACHABLE_SQLSTATE = /^(08...|53...|57P0.)$/
const UNREACHABLE_NODE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])
const UNREACHABLE_TEXT =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Can't reach database|server closed the connection|Client has encountered a connection error|not queryable|DatabaseNotReachable|ConnectionClosed|SocketTimeout|terminating connection|the database system is/i

/** Whether an error means "the database is gone for now", through all the wrappings that Prisma and pg put round it. */
export function isUnreachable(error: unknown, depth = 0): boolean {
  if (depth > 5 || typeof error !== 'object' || error === null) return false
  const { code, cause, meta, message, originalCode, kind } = error as Record<string, unknown>
  for (const id of [code, originalCode]) {
    if (
      typeof id === 'string' &&
      (UNREACHABLE_PRISMA.has(id) || UNREACHABLE_SQLSTATE.test(id) || UNREACHABLE_NODE.has(id))
    )
      return true
  }
  if (typeof kind === 'string' && UNREACHABLE_TEXT.test(kind)) return true
  if (typeof message === 'string' && UNREACHABLE_TEXT.test(message)) return true
  if (isUnreachable(cause, depth + 1) || isUnreachable(meta, depth + 1)) return true
  const driver = (meta as Record<string, unknown> | undefined)?.driverAdapterError
  return isUnreachable(driver, depth + 1)
}

/** Leaves refusals as they are and names an unreachable database; everything else stays a fault. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error
  return isUnreachable(error) ? new AppError('DATABASE_UNAVAILABLE', undefined, { cause: error }) : error
}
