// Configuration comes from the environment only, is checked once at start, and is explained in docs/configuration.md.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const secret = z.string().min(16, 'must have at least 16 characters')

const environmentSchema = z
  .object({
    PORT: port.default(4000),
    HOST: z.string().min(1).default('127.0.0.1'),
    DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    ACCESS_TOKEN_SECRET: secret,
    GRANT_SECRET: secret,
    CONTROL_SECRET: secret,
    ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(10).max(86_400).default(600),
    REFRESH_DAYS: z.coerce.number().int().min(1).max(365).default(30),
    WEB_DIST: z
      .string()
      .min(1)
      .default(path.resolve(import.meta.dirname, '../../web/dist')),
    ATTENDANCE_GRACE_SECONDS: z.coerce.number().min(1).max(3600).default(30),
    PRESENCE_RENEW_SECONDS: z.coerce.number().min(0.2).max(60).default(3),
    SIGN_IN_TRIES: z.coerce.number().int().min(1).max(1000).default(10),
    SIGN_IN_TRIES_PER_ADDRESS: z.coerce.number().int().min(1).max(100_000).default(300),
    SIGN_IN_BLOCK_SECONDS: z.coerce.number().int().min(1).max(86_400).default(900),
    TRUST_PROXY: z.stringbool().default(false),
    SECURE_COOKIES: z.stringbool().default(false),
    SIGNALING_NODE_ID: z
      .string()
      .min(1)
      .max(64)
      .default(() => `signaling-${randomUUID().slice(0, 8)}`),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine((env) => env.ATTENDANCE_GRACE_SECONDS >= 3 * env.PRESENCE_RENEW_SECONDS, {
    path: ['ATTENDANCE_GRACE_SECONDS'],
    message: 'must be at least three times PRESENCE_RENEW_SECONDS, or a single late renewal would show members out',
  })

export type Config = z.infer<typeof environmentSchema>

/** @throws Error with a sentence for each wrong variable. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const result = environmentSchema.safeParse(environment)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(
    `signaling cannot start, its configuration is wrong (see docs/configuration.md):\n${lines.join('\n')}`,
  )
}
