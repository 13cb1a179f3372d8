// Configuration comes from the environment only, is checked once at start, and is explained in docs/configuration.md.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'

const MISSING = 'is missing'

/** A number in figures: `Number()` would take an empty text for 0 and "1e3" for 1000. */
function number(least: number, most: number, { whole = true } = {}) {
  const wanted = `must be a ${whole ? 'whole number' : 'number'} from ${least} to ${most}`
  return z
    .string()
    .trim()
    .regex(whole ? /^\d+$/ : /^\d+(\.\d+)?$/, wanted)
    .transform(Number)
    .refine((value) => value >= least && value <= most, wanted)
}

const text = (most: number) => z.string().max(most, `must have at most ${most} characters`)
const yesOrNo = z.stringbool({ error: 'must be true or false' }).prefault('false')
const secret = z.string(MISSING).min(16, 'must have at least 16 characters')
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const environmentSchema = z.object({
  PORT: number(0, 65_535).prefault('4000'),
  HOST: text(255).prefault('127.0.0.1'),
  DATABASE_APP_URL: z
    .string(MISSING)
    .pipe(z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address that begins with postgresql://' })),
  ACCESS_TOKEN_SECRET: secret,
  GRANT_SECRET: secret,
  CONTROL_SECRET: secret,
  ACCESS_TOKEN_SECONDS: number(10, 86_400).prefault('600'),
  REFRESH_DAYS: number(1, 365).prefault('30'),
  REFRESH_LEEWAY_SECONDS: number(0, 300, { whole: false }).prefault('15'),
  SESSION_CHECK_SECONDS: number(0.1, 600, { whole: false }).prefault('10'),
  ACCOUNT_CODE_DAYS: number(1, 365).prefault('30'),
  ACCOUNT_REQUEST_DAYS: number(1, 365).prefault('30'),
  WEB_DIST: text(4096).prefault(path.resolve(import.meta.dirname, '../../web/dist')),
  DOCUMENT_DIR: text(4096).prefault(path.resolve(import.meta.dirname, '../../.data/documents')),
  DOCUMENT_MAX_MB: number(1, 200).prefault('25'),
  DOCUMENT_UPLOADS: number(4, 10_000).prefault('128'),
  DOCUMENT_S3_ENDPOINT: z
    .string()
    .regex(/^(https?:\/\/[^\s/]\S{0,2000})?$/, 'must be an address that begins with http:// or https://')
    .prefault(''),
  DOCUMENT_S3_BUCKET: text(255).prefault(''),
  DOCUMENT_S3_REGION: text(64).prefault('us-east-1'),
  DOCUMENT_S3_ACCESS_KEY: text(255).prefault(''),
  DOCUMENT_S3_SECRET_KEY: text(255).prefault(''),
  ATTENDANCE_GRACE_SECONDS: number(1, 3600, { whole: false }).prefault('30'),
  PRESENCE_RENEW_SECONDS: number(0.2, 60, { whole: false }).prefault('3'),
  MEDIA_NODE_ABSENCE_SECONDS: number(0, 300, { whole: false }).prefault('5'),
  SIGN_IN_TRIES: number(1, 1000).prefault('10'),
  SIGN_IN_TRIES_PER_ADDRESS: number(1, 100_000).prefault('300'),
  SIGN_IN_BLOCK_SECONDS: number(1, 86_400).prefault('900'),
  MEMBER_BURST: number(1, 1_000_000).prefault('60'),
  MEMBER_REQUESTS_PER_SECOND: number(1, 1_000_000).prefault('20'),
  ADDRESS_BURST: number(1, 1_000_000).prefault('600'),
  ADDRESS_REQUESTS_PER_SECOND: number(1, 1_000_000).prefault('100'),
  SITE_CODE_TRIES: number(1, 1_000_000).prefault('6'),
  IMPORT_MAX_MB: number(1, 512).prefault('64'),
  TRUST_PROXY: yesOrNo,
  SECURE_COOKIES: yesOrNo,
  TLS_CERT_FILE: text(4096).prefault(''),
  TLS_KEY_FILE: text(4096).prefault(''),
  CA_CERT_FILE: text(4096).prefault(''),
  SIGNALING_NODE_ID: text(64).prefault(() => `signaling-${randomUUID().slice(0, 8)}`),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).prefault('info'),
})

export type Config = z.infer<typeof environmentSchema>

/** A variable that is set to nothing counts as not set. @throws Error with a sentence for each wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = environmentSchema.safeParse(given)
  if (!result.success)
    throw refusal(result.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`))
  const { ATTENDANCE_GRACE_SECONDS: grace, PRESENCE_RENEW_SECONDS: renewal } = result.data
  if (grace < 3 * renewal) {
    throw refusal([
      'ATTENDANCE_GRACE_SECONDS must be at least three times PRESENCE_RENEW_SECONDS, or a single late renewal would show members out',
    ])
  }
  if (Boolean(result.data.TLS_CERT_FILE) !== Boolean(result.data.TLS_KEY_FILE))
    throw refusal([
      'TLS_CERT_FILE and TLS_KEY_FILE must be set together: a certificate is worth nothing without its key',
    ])
  const { DOCUMENT_S3_ENDPOINT: endpoint, DOCUMENT_S3_BUCKET: bucket } = result.data
  const keys = [bucket, result.data.DOCUMENT_S3_ACCESS_KEY, result.data.DOCUMENT_S3_SECRET_KEY]
  if (endpoint ? keys.includes('') : keys.some((key) => key !== ''))
    throw refusal([
      'DOCUMENT_S3_ENDPOINT, DOCUMENT_S3_BUCKET, DOCUMENT_S3_ACCESS_KEY and DOCUMENT_S3_SECRET_KEY must be set together, or none of them',
    ])
  return result.data
}

const refusal = (sentences: readonly string[]): Error =>
  new Error(
    ['signaling cannot start, its configuration is wrong (see docs/configuration.md):', ...sentences].join('\n  '),
  )
