// Keeps one transport's path alive: after a break of the network it looks for a new one (ICE restart), again and again, and
// says when joining anew is the better way.
import type { IceParameters, Transport } from 'mediasoup-client/types'
import type { MediaWire } from './mediaWire.ts'

export interface IceKeeperDeps {
  transport: Transport
  wire(): MediaWire | null
  changed(): void
  /** No path was found after several tries. */
  lost(): void
}

/** "disconnected" often heals by itself within this time. */
const HEAL_MS = 1_500
const RESTART_PATIENCE_MS = 5_000
const TRIES = 3
const RENEW_PATIENCE_MS = 2_500

export class IceKeeper {
  readonly #deps: IceKeeperDeps
  #timer: ReturnType<typeof setTimeout> | undefined
  #tries = 0

  constructor(deps: IceKeeperDeps) {
    this.#deps = deps
    deps.transport.on('connectionstatechange', (state) => {
      deps.changed()
      this.#clear()
      if (state === 'connected') this.#tries = 0
      else if (state === 'disconnected') this.#after(HEAL_MS)
      else if (state === 'failed') void this.#restart()
    })
    deps.transport.observer.on('close', () => this.#clear())
  }

  /** `settling`: a path is being found for the first time. */
  get state(): 'good' | 'settling' | 'broken' {
    const { connectionState } = this.#deps.transport
    if (connectionState === 'new' || connectionState === 'connected') return 'good'
    return connectionState === 'connecting' && this.#tries === 0 ? 'settling' : 'broken'
  }

  /** There is a connection to the server again. */
  check(): void {
    const { connectionState } = this.#deps.transport
    if (connectionState === 'disconnected' || connectionState === 'failed') void this.#restart()
  }

  #after(ms: number): void {
    this.#clear()
    this.#timer = setTimeout(() => void this.#restart(), ms)
  }

  #clear(): void {
    clearTimeout(this.#timer)
  }

  /** The device's network changed: the old path may be gone without anybody having noticed. Throws when nobody answers. */
  async renew(): Promise<void> {
    const wire = this.#deps.wire()
    const { connectionState, closed } = this.#deps.transport
    if (closed || !wire || connectionState === 'new') return
    await this.#agree(wire, RENEW_PATIENCE_MS)
  }

  async #restart(): Promise<void> {
    const { transport, lost } = this.#deps
    const wire = this.#deps.wire()
    // Without a connection nothing can be agreed on; `check` comes with the next one.
    if (transport.closed || !wire || this.state === 'good') return
    if (this.#tries >= TRIES) return lost()
    this.#tries += 1
    this.#after(RESTART_PATIENCE_MS)
    // No answer: the timer tries again.
    await this.#agree(wire).catch(() => undefined)
  }

  async #agree(wire: MediaWire, patienceMs?: number): Promise<void> {
    const { transport } = this.#deps
    const { iceParameters } = await wire.request('restartIce', { transportId: transport.id }, patienceMs)
    await transport.restartIce({ iceParameters: iceParameters as IceParameters })
  }
}
