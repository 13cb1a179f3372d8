// Goes through the steps one after the other. What fails does not stop the next; what stops it (a press, leaving the page) is said as
// aborted, at once, and whatever a step has opened is closed by that step.
import { createStore } from 'zustand/vanilla'
import { allWaiting, isOutcome, type Outcome, type Results, type StepId, stepIds, stopped } from './steps.ts'

/** What can be seen and heard while it runs. */
export interface Live {
  microphone: MediaStreamTrack | null
  camera: MediaStreamTrack | null
}

interface ProbeContext {
  /** Aborted when the test is stopped: the probe then ends soon and leaves nothing behind. */
  signal: AbortSignal
  show(live: Partial<Live>): void
}
export type Probe = (context: ProbeContext) => Promise<Outcome>

export interface TestState {
  phase: 'idle' | 'running' | 'done' | 'stopped'
  results: Results
  live: Live
}

const nothingLive: Live = { microphone: null, camera: null }

export class ConnectionTest {
  readonly store = createStore<TestState>(() => ({ phase: 'idle', results: allWaiting(), live: nothingLive }))
  readonly #probes: Record<StepId, Probe>
  #stop: AbortController | null = null
  #running: Promise<void> = Promise.resolve()

  constructor(probes: Record<StepId, Probe>) {
    this.#probes = probes
  }

  /** Fulfilled when all that was begun is over and closed, also after `stop`. */
  start(): Promise<void> {
    this.stop()
    const stop = new AbortController()
    this.#stop = stop
    this.store.setState({ phase: 'running', results: allWaiting(), live: nothingLive })
    const before = this.#running
    this.#running = before.then(() => this.#run(stop.signal))
    return this.#running
  }

  stop(): void {
    if (this.store.getState().phase !== 'running') return
    this.#stop?.abort()
    const { results } = this.store.getState()
    const ended = stepIds.map((step) => [step, isOutcome(results[step]) ? results[step] : stopped] as const)
    this.store.setState({ phase: 'stopped', results: Object.fromEntries(ended) as Results, live: nothingLive })
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (const step of stepIds) {
      if (signal.aborted) return
      this.#note(step, { state: 'running' })
      const outcome = await this.#try(this.#probes[step], signal)
      // What comes after a stop, or into a later run, is of no interest any more.
      if (signal.aborted) return
      this.#note(step, outcome)
      this.store.setState({ live: nothingLive })
    }
    this.store.setState({ phase: 'done' })
  }

  async #try(probe: Probe, signal: AbortSignal): Promise<Outcome> {
    const show = (live: Partial<Live>) => {
      if (!signal.aborted) this.store.setState((state) => ({ live: { ...state.live, ...live } }))
    }
    try {
      return await probe({ signal, show })
    } catch {
      return { state: 'failed', reason: 'unknown' }
    }
  }

  #note(step: StepId, result: Results[StepId]): void {
    this.store.setState(({ results }) => ({ results: { ...results, [step]: result } }))
  }
}
