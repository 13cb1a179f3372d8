// Which ports this copy of the project uses. PORT never moves silently: people have it in their bookmarks. The others
// move aside for a second copy unless they were asked for by name.
import { availableParallelism } from 'node:os'
import { firstFreePorts, isTcpPortFree, isUdpPortFree, parsePort } from '../lib/ports.mjs'
import { Problem } from '../lib/problem.mjs'

const POSTGRES_PORT = 54329
const RTC_PORT_BASE = 40000
const MOST_WORKERS = 8

/** @typedef {{ signaling: number, media: number, postgres: number, rtcBase: number, workers: number }} SystemPorts */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ ports: SystemPorts, moved: string[] }>} and what is not at its usual place, in words
 */
export async function choosePorts(env) {
  const host = env.HOST
  const signaling = signalingPort(env)
  if (!(await isTcpPortFree(signaling, host)))
    throw new Problem(
      `Port ${signaling} is taken by another program. Stop it, or choose another port with the variable PORT, for example: PORT=${signaling + 10} npm start`,
    )
  const media = await choose('MEDIA_PORT', env, { usual: signaling + 1, host: env.MEDIA_HOST, except: [signaling] })
  const postgres = env.DATABASE_URL
    ? 0
    : await choose('POSTGRES_PORT', env, { usual: POSTGRES_PORT, except: [signaling, media] })
  const workers = workerCount(env)
  const rtcBase = await choose('MEDIA_RTC_PORT_BASE', env, {
    usual: RTC_PORT_BASE,
    count: workers,
    step: 100,
    udp: true,
    host: env.MEDIA_RTC_LISTEN_IP,
    except: [signaling, media, postgres],
  })
  const usual = {
    MEDIA_PORT: [media, 4001],
    POSTGRES_PORT: [postgres || POSTGRES_PORT, POSTGRES_PORT],
    MEDIA_RTC_PORT_BASE: [rtcBase, RTC_PORT_BASE],
  }
  const moved = Object.entries(usual)
    .filter(([, [chosen, expected]]) => chosen !== expected)
    .map(([name, [chosen]]) => `${name} ${chosen}`)
  return { ports: { signaling, media, postgres, rtcBase, workers }, moved }
}

/** @param {NodeJS.ProcessEnv} env */
export const signalingPort = (env) => parsePort('PORT', env.PORT || '4000')

/** @param {NodeJS.ProcessEnv} env */
function workerCount(env) {
  if (!env.MEDIA_WORKERS) return Math.min(availableParallelism(), MOST_WORKERS)
  const count = Number(env.MEDIA_WORKERS)
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new Problem(`MEDIA_WORKERS is “${env.MEDIA_WORKERS}”, but must be a number from 1 to 64.`)
  return count
}

/**
 * @param {string} variable @param {NodeJS.ProcessEnv} env
 * @param {{ usual: number, count?: number, step?: number, udp?: boolean, host?: string | undefined, except: number[] }} options
 */
async function choose(variable, env, { usual, ...range }) {
  const asked = env[variable]
  if (!asked) return firstFreePorts(usual, range)
  const port = parsePort(variable, asked)
  for (let one = port; one < port + (range.count ?? 1); one++) {
    const free = (await isTcpPortFree(one, range.host)) && (!range.udp || (await isUdpPortFree(one, range.host)))
    if (!free || range.except.includes(one))
      throw new Problem(
        `Port ${one} is taken, and ${variable}=${asked} asks for it. Stop the program that has it, or choose another ${variable}.`,
      )
  }
  return port
}
