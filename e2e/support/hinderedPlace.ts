// A system in which one place has a bad network: the relay's address is the one that the media-server announces, and the browser of that
// place finds localhost there too, so pages, sockets, sound and picture of whoever sits there all share its line. Everybody else goes
// straight to the servers.
import { type Browser, chromium } from '@playwright/test'
import { Relay } from '../../scripts/testing/relay/Relay.ts'
import { speechFile } from '../../scripts/testing/speech/speechFile.ts'
import { chromiumWith } from './chromium.ts'
import { Person, type PersonOptions } from './person.ts'
import { type RunningSystem, type SystemOptions, startSystem } from './system.ts'
import { RELAY, serverPorts, takeOtherWay, WORKER } from './ways.ts'

export interface HinderedOptions extends SystemOptions {
  /** The same chance again for the same seed. */
  seed?: string
}

export class HinderedPlace {
  readonly system: RunningSystem
  /** At first the line is clear. */
  readonly relay: Relay
  /** Of the place with the line. */
  readonly #inside: Browser
  readonly #outside: Browser

  private constructor(system: RunningSystem, relay: Relay, inside: Browser, outside: Browser) {
    this.system = system
    this.relay = relay
    this.#inside = inside
    this.#outside = outside
  }

  static async open({ seed = 'network', env, ...options }: HinderedOptions = {}): Promise<HinderedPlace> {
    const system = await startSystem({ ...options, env: { ...env, MEDIA_ANNOUNCED_ADDRESS: RELAY } })
    const relay = await Relay.open({
      address: RELAY,
      target: WORKER,
      udpPorts: [system.rtcPort],
      tcpPorts: [system.rtcPort, ...serverPorts(system)],
      seed,
    })
    const inside = await chromium.launch(chromiumWith({ microphone: speechFile, localhost: RELAY }))
    const outside = await chromium.launch(chromiumWith({ microphone: speechFile }))
    return new HinderedPlace(system, relay, inside, outside)
  }

  get browserVersion(): string {
    return this.#inside.version()
  }

  /** Somebody at the place with the line. */
  arrive(options?: PersonOptions): Promise<Person> {
    return Person.arrive(this.#inside, this.system, options)
  }

  /** Somebody who goes straight to the servers. */
  async arriveElsewhere(options?: PersonOptions): Promise<Person> {
    const person = await Person.arrive(this.#outside, this.system, options)
    await takeOtherWay(person.context, RELAY, WORKER)
    return person
  }

  async close(): Promise<void> {
    await Promise.all([this.#inside.close(), this.#outside.close()])
    await this.relay.close()
    await this.system.stop()
  }
}
