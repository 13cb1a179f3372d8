// One person's network, to be cut whole. Playwright's setOffline silences HTTP and WebSocket and tells the page that it is offline, but lets
// WebRTC go on; so this person's sound and picture take the way through a relay that drops every packet while the network is cut.
import { Relay } from '../../scripts/testing/relay/Relay.ts'
import type { Person } from './person.ts'
import { RELAY, takeOtherWay, WORKER } from './ways.ts'

export interface NetworkOptions {
  /** The browser believes that there is a network all the time, as behind a router that has lost its line. */
  unnoticed?: boolean
}

function keepFromPage(): void {
  Object.defineProperty(navigator, 'onLine', { get: () => true })
  for (const event of ['online', 'offline'])
    addEventListener(event, (told) => told.stopImmediatePropagation(), { capture: true })
}

export class Network {
  readonly #person: Person
  readonly #relay: Relay

  private constructor(person: Person, relay: Relay) {
    this.#person = person
    this.#relay = relay
  }

  /** Before the person opens a page. */
  static async of(person: Person, { unnoticed = false }: NetworkOptions = {}): Promise<Network> {
    // Over TCP nobody answers at the relay's address, so that everything goes through it by UDP.
    const ports = { udpPorts: [person.system.rtcPort], tcpPorts: [] }
    const relay = await Relay.open({ address: RELAY, target: WORKER, ...ports })
    await takeOtherWay(person.context, WORKER, RELAY)
    if (unnoticed) await person.context.addInitScript(keepFromPage)
    return new Network(person, relay)
  }

  async cut(): Promise<void> {
    this.#relay.cut()
    await this.#person.context.setOffline(true)
  }

  async mend(): Promise<void> {
    this.#relay.mend()
    await this.#person.context.setOffline(false)
  }

  close(): Promise<void> {
    return this.#relay.close()
  }
}
