// The live line of a page that looks at an organization from above: watches again after every break, and says whether it stands.
import type { MeetingFigures } from '@hoi-truong/shared/monitoring'
import { isPassing } from '../../../lib/problem.ts'
import { Gateway, type GatewayDeps, type GatewayWire } from '../../meeting/api/gateway.ts'

export interface FiguresOwner {
  /** The line stands from now on: what was before it has to be asked for. */
  began(): void
  broke(): void
  take(figures: MeetingFigures): void
}

type Deps = Omit<GatewayDeps, 'open' | 'pause'> & Partial<GatewayDeps>

export class FiguresWatch {
  readonly #organizationId: string
  readonly #owner: FiguresOwner
  readonly #gateway: Gateway

  constructor(organizationId: string, owner: FiguresOwner, deps: Deps) {
    this.#organizationId = organizationId
    this.#owner = owner
    this.#gateway = new Gateway(
      {
        connected: (wire) => this.#watch(wire),
        disconnected: () => owner.broke(),
        refused: () => owner.broke(),
      },
      deps,
    )
  }

  run(): Promise<void> {
    return this.#gateway.run()
  }

  stop(): void {
    this.#gateway.stop()
  }

  async #watch(wire: GatewayWire): Promise<void> {
    wire.on('figures', (figures) => {
      if (figures.organizationId === this.#organizationId) this.#owner.take(figures)
    })
    try {
      await wire.request('watch', { organizationId: this.#organizationId })
    } catch (error) {
      // Whoever may not look on is told by the page; asking again and again helps nobody.
      if (!isPassing(error)) this.stop()
      throw error
    }
    this.#owner.began()
  }
}
