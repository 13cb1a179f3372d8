// One person's network, to be cut whole. Playwright's setOffline silences HTTP and WebSocket and tells the page that it is offline, but lets
// WebRTC go on; so this person's sound and picture take the way through a relay that drops every packet while the network is cut.
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { Person } from './person.ts'

/** Where the media worker listens, and another address of the same machine for the relay. */
const WORKER = '127.0.0.1'
const RELAY = '127.0.0.3'

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
  readonly #relay: Socket
  /** By the browser's address and port: the way on to the worker. */
  readonly #ways = new Map<string, Socket>()
  #cut = false

  private constructor(person: Person, relay: Socket) {
    this.#person = person
    this.#relay = relay
    relay.on('message', (packet, browser) => {
      if (!this.#cut) this.#wayOf(browser).send(packet, person.system.rtcPort, WORKER)
    })
  }

  /** Before the person opens a page. */
  static async of(person: Person, { unnoticed = false }: NetworkOptions = {}): Promise<Network> {
    const relay = createSocket('udp4')
    relay.bind(person.system.rtcPort, RELAY)
    await once(relay, 'listening')
    // Over TCP nobody answers at the relay's address, so that everything goes through it.
    await person.context.addInitScript(
      ([worker, by]) => {
        const set = RTCPeerConnection.prototype.setRemoteDescription as (
          this: RTCPeerConnection,
          description: RTCSessionDescriptionInit,
        ) => Promise<void>
        RTCPeerConnection.prototype.setRemoteDescription = function (description: RTCSessionDescriptionInit) {
          return set.call(this, { ...description, sdp: description.sdp?.replaceAll(` ${worker} `, ` ${by} `) ?? '' })
        }
      },
      [WORKER, RELAY] as const,
    )
    if (unnoticed) await person.context.addInitScript(keepFromPage)
    return new Network(person, relay)
  }

  async cut(): Promise<void> {
    this.#cut = true
    await this.#person.context.setOffline(true)
  }

  async mend(): Promise<void> {
    this.#cut = false
    await this.#person.context.setOffline(false)
  }

  close(): void {
    for (const socket of [this.#relay, ...this.#ways.values()]) socket.close()
  }

  #wayOf({ address, port }: RemoteInfo): Socket {
    const browser = `${address}:${port}`
    const known = this.#ways.get(browser)
    if (known) return known
    const way = createSocket('udp4')
    way.on('message', (packet) => {
      if (!this.#cut) this.#relay.send(packet, port, address)
    })
    this.#ways.set(browser, way)
    return way
  }
}
