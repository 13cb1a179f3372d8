// By which address the local network knows this machine: the one that its default route leaves by, unless somebody says otherwise.
import dgram from 'node:dgram'
import { once } from 'node:events'
import { isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'
import { Problem } from '../lib/problem.mjs'

/** A test network (RFC 5737): the question is only by which of our addresses we would leave; nothing is sent. */
const ANYWHERE = '198.51.100.1'
const WILDCARDS = ['', '0.0.0.0', '::']

/**
 * @typedef {object} LanAddress
 * @property {string} address
 * @property {string[]} others of this machine, by which it may be reached too
 * @property {boolean} own whether the machine has it; else something in front must pass it on
 */

/** @param {NodeJS.ProcessEnv} env @returns {Promise<LanAddress>} */
export async function findLanAddress(env) {
  return chooseLanAddress(env, lanAddresses(), await routedAddress())
}

/**
 * @param {NodeJS.ProcessEnv} env @param {string[]} addresses of this machine @param {string} [routed] the default route's
 * @returns {LanAddress}
 */
export function chooseLanAddress(env, addresses, routed) {
  const asked = askedFor(env)
  const known = routed !== undefined && addresses.includes(routed) ? routed : addresses[0]
  const address = asked ?? known
  if (address === undefined)
    throw new Problem(
      'This machine has no address in a local network. Connect it to one by cable or Wi-Fi, or name its address in LAN_ADDRESS.',
    )
  return { address, others: addresses.filter((other) => other !== address), own: addresses.includes(address) }
}

/** @param {NodeJS.ProcessEnv} env @returns {string | undefined} */
function askedFor(env) {
  const name = env.LAN_ADDRESS ? 'LAN_ADDRESS' : 'HOST'
  const asked = env[name] ?? ''
  if (name === 'HOST' && WILDCARDS.includes(asked)) return undefined
  if (!isIPv4(asked) || asked === '0.0.0.0' || asked.startsWith('127.'))
    throw new Problem(
      `${name} is “${asked}”, but --lan needs the IPv4 address by which the local network reaches this machine, such as 192.168.1.20.`,
    )
  return asked
}

/** @param {ReturnType<typeof networkInterfaces>} [interfaces] @returns {string[]} */
export function lanAddresses(interfaces = networkInterfaces()) {
  return Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address)
}

/** @returns {Promise<string | undefined>} */
async function routedAddress() {
  const socket = dgram.createSocket('udp4')
  try {
    socket.connect(9, ANYWHERE)
    await once(socket, 'connect')
    return socket.address().address
  } catch {
    return undefined
  } finally {
    socket.close()
  }
}
