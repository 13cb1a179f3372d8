// The two programs of the system as the supervisor runs them: command, environment, and when they are ready.
import { inProject } from '../lib/project.mjs'
import { dyingWithParent } from './dyingWithParent.mjs'
import { reachable, readyAt } from './readiness.mjs'

const LOOPBACK = '127.0.0.1'

/**
 * @param {object} options
 * @param {string} options.node
 * @param {import('./ports.mjs').SystemPorts} options.ports
 * @param {import('./secrets.mjs').Secrets} options.secrets
 * @param {string} options.databaseAppUrl
 * @param {string} options.documentFolder
 * @param {NodeJS.ProcessEnv} options.env of the person who starts the system
 * @param {import('../lan/lan.mjs').Lan} [options.lan] for a local network
 */
export function defineSignaling({ node, ports, secrets, databaseAppUrl, documentFolder, env, lan }) {
  return define(node, 'signaling/src/main.ts', readyAt(signalingUrl(ports, env, lan), lan?.authorityFile), {
    ...inherited(env),
    ACCESS_TOKEN_SECRET: secrets.accessTokenSecret,
    GRANT_SECRET: secrets.grantSecret,
    CONTROL_SECRET: secrets.controlSecret,
    ...named(env, ['ACCESS_TOKEN_SECRET', 'GRANT_SECRET', 'CONTROL_SECRET']),
    DATABASE_APP_URL: databaseAppUrl,
    DOCUMENT_DIR: env.DOCUMENT_DIR || documentFolder,
    PORT: String(ports.signaling),
    HOST: env.HOST || LOOPBACK,
    WEB_DIST: env.WEB_DIST || inProject('web/dist'),
  })
}

/**
 * @param {object} options
 * @param {string} options.node
 * @param {import('./ports.mjs').SystemPorts} options.ports
 * @param {import('./secrets.mjs').Secrets} options.secrets
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('../lan/lan.mjs').Lan} [options.lan]
 */
export function defineMediaServer({ node, ports, secrets, env, lan }) {
  const host = env.MEDIA_HOST || LOOPBACK
  const own = `${scheme(lan)}://${reachable(host)}:${ports.media}`
  return define(node, 'media-server/src/main.ts', readyAt(own, lan?.authorityFile), {
    ...inherited(env),
    GRANT_SECRET: secrets.grantSecret,
    CONTROL_SECRET: secrets.controlSecret,
    MEDIA_PUBLIC_URL: publicUrl(ports.media, lan),
    SIGNALING_URL: signalingUrl(ports, env, lan),
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

/** @param {import('../lan/lan.mjs').Lan} [lan] */
const scheme = (lan) => (lan ? 'https' : 'http')

/** As browsers reach a program. @param {number} port @param {import('../lan/lan.mjs').Lan} [lan] */
export const publicUrl = (port, lan) => `${scheme(lan)}://${lan?.address ?? 'localhost'}:${port}`

/**
 * As the others on this machine reach it.
 * @param {import('./ports.mjs').SystemPorts} ports @param {NodeJS.ProcessEnv} env @param {import('../lan/lan.mjs').Lan} [lan]
 */
const signalingUrl = (ports, env, lan) => `${scheme(lan)}://${reachable(env.HOST || LOOPBACK)}:${ports.signaling}`
