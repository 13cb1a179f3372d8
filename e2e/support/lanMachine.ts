// Another machine of the local network: a network namespace with one cable (a veth pair) to this one and a browser of its own in it.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { findProgram } from '../../scripts/lib/command.mjs'

const PREFIX = 'hoi-truong-'

const ip = (...args: string[]): string =>
  execFileSync('ip', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Why there can be no such machine here; undefined where there can. */
export function whyNoLanMachine(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can make a network'
  for (const program of ['ip', 'certutil']) if (!findProgram(program)) return `the program ${program} is missing`
  const trial = `${PREFIX}trial-${process.pid}`
  try {
    ip('netns', 'add', trial)
    ip('netns', 'exec', trial, 'true')
    return undefined
  } catch {
    return 'this machine allows no network namespaces'
  } finally {
    removeNamespace(trial)
  }
}

export class LanMachine {
  readonly #name: string
  readonly #folder: string
  /** This side's address in the network between the two, and the other's. */
  readonly address: string
  readonly otherAddress: string

  private constructor(name: string, network: string) {
    this.#name = name
    this.#folder = mkdtempSync(path.join(tmpdir(), 'hoi-truong-lan-'))
    this.address = `${network}.1`
    this.otherAddress = `${network}.2`
  }

  static connect(): LanMachine {
    removeLeftOvers()
    const machine = new LanMachine(`${PREFIX}${process.pid}`, freeNetwork())
    try {
      machine.#lay()
      return machine
    } catch (error) {
      machine.remove()
      throw error
    }
  }

  /** A program that starts the given one on the other machine. */
  wrap(program: string): string {
    const file = path.join(this.#folder, path.basename(program))
    writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${this.#name} '${program}' "$@"\n`)
    chmodSync(file, 0o755)
    return file
  }

  /** The cable goes with the namespace. */
  remove(): void {
    removeNamespace(this.#name)
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #lay(): void {
    const [here, there] = [`htl${process.pid}a`, `htl${process.pid}b`]
    ip('netns', 'add', this.#name)
    ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there, 'netns', this.#name)
    ip('address', 'add', `${this.address}/24`, 'dev', here)
    ip('link', 'set', here, 'up')
    ip('-n', this.#name, 'address', 'add', `${this.otherAddress}/24`, 'dev', there)
    ip('-n', this.#name, 'link', 'set', 'lo', 'up')
    ip('-n', this.#name, 'link', 'set', there, 'up')
    ip('-n', this.#name, 'route', 'add', 'default', 'via', this.address)
  }
}

/** Three numbers of a network that this machine is not in. */
function freeNetwork(): string {
  const own = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? [])
  for (let third = process.pid % 250; ; third = (third + 1) % 250) {
    const network = `10.77.${third}`
    if (!own.some((address) => address.startsWith(`${network}.`))) return network
  }
}

/** Of runs that were killed. */
function removeLeftOvers(): void {
  for (const name of ip('netns', 'list')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')) {
    const pid = Number(name.match(/(\d+)$/)?.[1])
    if (name.startsWith(PREFIX) && !isAlive(pid)) removeNamespace(name)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function removeNamespace(name: string): void {
  try {
    ip('netns', 'delete', name)
  } catch {
    // It was not there.
  }
}
