// The two programs of the system as the supervisor runs them: command, environment, and when they are ready.
import { inProject } from '../lib/project.mjs'
import { dyingWithParent } from './dyingWithParent.mjs'

/**
 * @param {object} options
 * @param {string} options.node
 * @param {import('./ports.mjs').SystemPorts} options.ports
 * @param {import('./secrets.mjs').Secrets} options.secrets
 * @param {string} options.databaseAppUrl
 * @param {NodeJS.ProcessEnv} options.env of the person who starts the system
 */
export function defineSignaling({ node, ports, secrets, databaseAppUrl, env }) {
  const host = env.HOST || '127.0.0.1'
  return define(node, 'signaling/src/main.ts', readyAt(host, ports.signaling), {
    ...inherited(env),
    ACCESS_TOKEN_SECRET: secrets.accessTokenSecret,
    GRANT_SECRET: secrets.grantSecret,
    CONTROL_SECRET: secrets.controlSecret,
    ...named(env, ['ACCESS_TOKEN_SECRET', 'GRANT_SECRET', 'CONTROL_SECRET']),
    DATABASE_APP_URL: databaseAppUrl,
    PORT: String(ports.signaling),
    HOST: host,
    WEB_DIST: env.WEB_DIST || inProject('web/dist'),
  })
}

/**
 * @param {object} options
 * @param {string} options.node
 * @param {import('./ports.mjs').SystemPorts} options.ports
 * @param {import('./secrets.mjs').Secrets} options.secrets
 * @param {NodeJS.ProcessEnv} options.env
 */
export function defineMediaServer({ node, ports, secrets, env }) {
  const host = env.MEDIA_HOST || '127.0.0.1'
  return define(node, 'media-server/src/main.ts', readyAt(host, ports.media), {
    ...inherited(env),
    GRANT_SECRET: secrets.grantSecret,
    CONTROL_SECRET: secrets.controlSecret,
    MEDIA_PUBLIC_URL: `http://localhost:${ports.media}`,
    SIGNALING_URL: `http://127.0.0.1:${ports.signaling}`,
    ...named(env, ['GRANT_SECRET', 'CONTROL_SECRET', 'MEDIA_PUBLIC_URL', 'SIGNALING_URL']),
    MEDIA_PORT: String(ports.media),
    MEDIA_HOST: host,
    MEDIA_RTC_PORT_BASE: String(ports.rtcBase),
    MEDIA_WORKERS: String(ports.workers),
  })
}

/**
 * @param {string} node @param {string} main @param {() => Promise<boolean>} isReady @param {NodeJS.ProcessEnv} env
 * @returns {import('./program.mjs').ProgramDefinition}
 */
function define(node, main, isReady, env) {
  return {
    command: dyingWithParent('SIGTERM', [node, inProject(main)]),
    env,
    cwd: inProject(),
    stopSignal: 'SIGTERM',
    isReady,
  }
}

/** The owner's address is for migrations; no program gets to see it. @param {NodeJS.ProcessEnv} env */
function inherited(env) {
  const { DATABASE_URL: _owner, DEMO_PASSWORD: _demo, ...rest } = env
  return rest
}

/** @param {NodeJS.ProcessEnv} env @param {string[]} names those that are set */
const named = (env, names) => Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))

/** @param {string} host @param {number} port */
function readyAt(host, port) {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const url = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/readyz`
  return async () => (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok
}
