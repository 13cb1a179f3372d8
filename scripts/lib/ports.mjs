// Two copies of the project run side by side: a port that nobody asked for by name may move, one that was asked for may not.
import { randomInt } from 'node:crypto'
import dgram from 'node:dgram'
import { once } from 'node:events'
import net from 'node:net'
import { Problem } from './problem.mjs'

/** @param {number} port @param {string} [host] */
export async function isTcpPortFree(port, host = '127.0.0.1') {
  const server = net.createServer()
  try {
    server.listen({ port, host, exclusive: true })
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

/** @param {number} port @param {string} [host] */
export async function isUdpPortFree(port, host = '127.0.0.1') {
  const socket = dgram.createSocket('udp4')
  try {
    socket.bind({ port, address: host, exclusive: true })
    await once(socket, 'listening')
    return true
  } catch {
    return false
  } finally {
    socket.close()
  }
}

/**
 * For tests. Below the range from which the system takes ports for outgoing connections, so that none of those has it by
 * the time it is used; by chance, so that tests that run side by side do not meet.
 */
export async function anyFreePort() {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    if ((await isTcpPortFree(port)) && (await isUdpPortFree(port))) return port
  }
}

/**
 * The first port from `first` on where `count` ports in a row are free.
 * @param {number} first @param {{ count?: number, step?: number, udp?: boolean, host?: string, except?: number[] }} [options]
 */
export async function firstFreePorts(first, { count = 1, step = count, udp = false, host, except = [] } = {}) {
  for (let port = first; port + count <= 65_536; port += step) {
    const range = Array.from({ length: count }, (_, index) => port + index)
    if (range.some((one) => except.includes(one))) continue
    if (await allFree(range, udp, host)) return port
  }
  throw new Problem(`No ${count} free ports in a row were found from ${first} on. Stop a program that holds them.`)
}

/** @param {number[]} ports @param {boolean} udp @param {string} [host] */
async function allFree(ports, udp, host) {
  for (const port of ports) {
    if (!(await isTcpPortFree(port, host))) return false
    if (udp && !(await isUdpPortFree(port, host))) return false
  }
  return true
}

/** @param {string} variable @param {string} value */
export function parsePort(variable, value) {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Problem(`${variable} is “${value}”, but must be a port number from 1 to 65535.`)
  return port
}
