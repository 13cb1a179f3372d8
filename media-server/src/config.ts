// The whole configuration of a media-server, read once from the environment, so that a wrong value stops the start with
// a sentence instead of surprising a meeting later.
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { ConfigError } from './ConfigError.ts'
import { signalingCaOf, type TlsFiles, tlsOf } from './tls.ts'

const port = z.coerce.number().int().min(0).max(65_535)
const secret = z.string().min(16, 'must have at least 16 characters').max(256)

const environmentSchema = z.object({
  MEDIA_PORT: port.default(4001),
  MEDIA_HOST: z.string().min(1).default('127.0.0.1'),
  MEDIA_PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:4001'),
  MEDIA_NODE_ID: z.string().min(1).max(64).default('media-1'),
  MEDIA_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  /** 0 leaves the choice of each worker's port to the system: for tests. */
  MEDIA_RTC_PORT_BASE: port.default(40_000),
  MEDIA_RTC_LISTEN_IP: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
  MEDIA_ANNOUNCED_ADDRESS: z.string().min(1).max(253).optional(),
  MEDIA_RESUME_SECONDS: z.coerce.number().min(1).max(3600).default(60),
  MEDIA_TURN_URLS: z.string().optional(),
  MEDIA_TURN_SECRET: secret.optional(),
  SIGNALING_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
  SIGNALING_CA_FILE: z.string().max(4096).optional(),
  TLS_CERT_FILE: z.string().max(4096).optional(),
  TLS_KEY_FILE: z.string().max(4096).optional(),
  GRANT_SECRET: secret,
  CONTROL_SECRET: secret,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface MediaConfig {
  host: string
  port: number
  publicUrl: string
  nodeId: string
  workers: number
  rtcPortBase: number
  rtcListenIp: string
  announcedAddress: string | undefined
  /** How long a peer whose socket broke is kept, with its transports running. */
  resumeSeconds: number
  turn: { urls: string[]; secret: string } | undefined
  signalingUrl: string
  /** PEM of the authority that vouches for signaling, where the system's own list does not have it. */
  signalingCa: string | undefined
  /** Where no proxy in front does it. */
  tls: TlsFiles | undefined
  grantSecret: string
  controlSecret: string
  logLevel: string
}

export function loadConfig(environment: Record<string, string | undefined>): MediaConfig {
  // An empty variable, as compose files and shells leave behind, means "not set".
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')}: ${missing(given, issue) ?? issue.message}`,
    )
    throw new ConfigError(`The media-server cannot start, its configuration is wrong. ${wrong.join('; ')}.`)
  }
  const variables = parsed.data
  const config: MediaConfig = {
    host: variables.MEDIA_HOST,
    port: variables.MEDIA_PORT,
    publicUrl: variables.MEDIA_PUBLIC_URL,
    nodeId: variables.MEDIA_NODE_ID,
    workers: variables.MEDIA_WORKERS ?? Math.min(availableParallelism(), 8),
    rtcPortBase: variables.MEDIA_RTC_PORT_BASE,
    rtcListenIp: variables.MEDIA_RTC_LISTEN_IP,
    announcedAddress: variables.MEDIA_ANNOUNCED_ADDRESS,
    resumeSeconds: variables.MEDIA_RESUME_SECONDS,
    turn: turnOf(variables.MEDIA_TURN_URLS, variables.MEDIA_TURN_SECRET),
    signalingUrl: variables.SIGNALING_URL,
    signalingCa: signalingCaOf(variables.SIGNALING_CA_FILE, variables.SIGNALING_URL),
    tls: tlsOf(variables.TLS_CERT_FILE, variables.TLS_KEY_FILE),
    grantSecret: variables.GRANT_SECRET,
    controlSecret: variables.CONTROL_SECRET,
    logLevel: variables.LOG_LEVEL,
  }
  refuseUnreachable(config)
  return config
}

function missing(given: Record<string, unknown>, issue: z.core.$ZodIssue): string | undefined {
  return given[String(issue.path[0])] === undefined ? 'is not set' : undefined
}

function turnOf(urls: string | undefined, turnSecret: string | undefined): MediaConfig['turn'] {
  if (!urls && !turnSecret) return undefined
  if (!urls || !turnSecret) throw new ConfigError('MEDIA_TURN_URLS and MEDIA_TURN_SECRET must be set together.')
  const list = urls.split(',').map((url) => url.trim())
  const wrong = list.find((url) => !/^(turns?|stuns?):\S+$/.test(url))
  if (wrong !== undefined)
    throw new ConfigError(`MEDIA_TURN_URLS: "${wrong}" is not an address such as turn:host:3478.`)
  return { urls: list, secret: turnSecret }
}

/** Candidates that no browser can reach would show only as a silent meeting. */
function refuseUnreachable(config: MediaConfig): void {
  if (['0.0.0.0', '::'].includes(config.rtcListenIp) && !config.announcedAddress) {
    throw new ConfigError(
      `MEDIA_RTC_LISTEN_IP is ${config.rtcListenIp}, so MEDIA_ANNOUNCED_ADDRESS must say which address browsers reach.`,
    )
  }
  if (config.tls && !config.publicUrl.startsWith('https:')) {
    throw new ConfigError(
      `MEDIA_PUBLIC_URL is ${config.publicUrl}, but with TLS_CERT_FILE it must begin with https:// and hold an address of the certificate.`,
    )
  }
  if (config.rtcPortBase !== 0 && config.rtcPortBase + config.workers - 1 > 65_535) {
    throw new ConfigError('MEDIA_RTC_PORT_BASE is too high: there is no port left for each of the workers.')
  }
}
