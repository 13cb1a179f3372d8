// What signaling feels for a while: the delay of its event loop, its memory, and how long a meeting's commands take.
import { readFileSync } from 'node:fs'
import type { RunningSystem } from '../../e2e/support/system.ts'
import { processorTime, processorTimeOfAll } from './processor.ts'
import { quantile } from './report.ts'

const SAMPLE_MS = 100

type Triple = [median: number, p99: number, most: number]

export interface Observed {
  commands: Triple
  /** In ms. */
  loop: Triple
  memoryMb: number
  /** Seconds of one core that signaling and PostgreSQL took together: the same on a machine that has other things to do. */
  processorSeconds: number
}

/** Since the last time it was asked for: signaling begins anew each time. */
async function loopDelay(system: RunningSystem): Promise<Triple> {
  const text = await (await fetch(`${system.url}/metrics`)).text()
  const seconds = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
  const names = [
    'nodejs_eventloop_lag_p50_seconds',
    'nodejs_eventloop_lag_p99_seconds',
    'nodejs_eventloop_lag_max_seconds',
  ]
  return names.map((name) => seconds(name) * 1000) as Triple
}

function residentMb(pid: number | undefined): number {
  if (pid === undefined) return 0
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

const processorTimeOf = ({ signaling, postgres }: RunningSystem): number =>
  processorTime(signaling.pid) + processorTimeOfAll(postgres.pid)

export class Observation {
  readonly #system: RunningSystem
  readonly #timer: NodeJS.Timeout
  readonly #before: number
  #memoryMb = 0

  private constructor(system: RunningSystem) {
    this.#system = system
    this.#before = processorTimeOf(system)
    this.#timer = setInterval(() => {
      this.#memoryMb = Math.max(this.#memoryMb, residentMb(system.signaling.pid))
    }, SAMPLE_MS)
  }

  static async begin(system: RunningSystem): Promise<Observation> {
    await loopDelay(system)
    return new Observation(system)
  }

  async end(times: readonly number[]): Promise<Observed> {
    clearInterval(this.#timer)
    const commands: Triple = [quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)]
    const processorSeconds = (processorTimeOf(this.#system) - this.#before) / 1000
    return { commands, loop: await loopDelay(this.#system), memoryMb: this.#memoryMb, processorSeconds }
  }
}
