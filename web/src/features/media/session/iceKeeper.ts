// Keeps one transport's path alive: after a break of the network it looks for a new one (ICE restart: UDP, then TCP on the same port, then
// TURN), again and again, and says when joining anew is the better way.
import type { IceParameters, Transport } from 'mediasoup-client/types'
import type { MediaWire } from './mediaWire.ts'

export interface IceKeeperDeps {
  transport: Transport
  wire(): MediaWire | null
  changed(): void
  /** No path was found after several tries. */
  lost(): void
}

/**
 * A path that comes and goes heals by itself within this time. No longer: browsers say "disconnected" only after two and a half seconds
 * without a packet. If the server answers at all, the network is there, and it is this path that is gone.
 */
const HEAL_MS = 300
/** For finding a path after both sides have agreed on it. */
const RESTART_PATIENCE_MS = 4_000
const TRIES = 3
/** For agreeing. Longer means that the connection to the server is dead as well; another one is opened faster than this one heals. */
const AGREE_PATIENCE_MS = 5_000
const RENEW_PATIENCE_MS = 2_500

export class IceKeeper {
  readonly #deps: IceKeeperDeps
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Paths looked for in vain since there was one. */
  #tries = 0
  /** Asked of this connection, and not answered yet. A second question would make the answer to the first one worthless. */
  #asking: MediaWire | null = null

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
    if (transport.closed || !wire || this.state === 'good' || this.#asking === wire) return
    if (this.#tries >= TRIES) return lost()
    this.#asking = wire
    try {
      await this.#agree(wire, AGREE_PATIENCE_MS)
      // Only a path that was looked for in vain speaks against this place.
      this.#tries += 1
      if (!transport.closed) this.#after(RESTART_PATIENCE_MS)
    } catch {
      wire.close()
    } finally {
      if (this.#asking === wire) this.#asking = null
    }
  }

  async #agree(wire: MediaWire, patienceMs: number): Promise<void> {
    const { transport } = this.#deps
    const { iceParameters } = await wire.request('restartIce', { transportId: transport.id }, patienceMs)
    await transport.restartIce({ iceParameters: iceParameters as IceParameters })
  }
}
