// The screens of one room, all in this process. Each gets its own packets and must be able to join them to what it has. Checking the
// chain and reducing is the work of a thousand devices: it is done once for all screens that stand at the same place, as the browser
// does it, and its time is added for each.
import { type Position, verifyChain } from '@hoi-truong/shared/log'
import type { GatewayServerToClient } from '@hoi-truong/shared/protocol'
import { type MeetingStreamState, meetingReducer } from '@hoi-truong/shared/streams'
import type { BenchSocket } from './crowd.ts'

interface Place {
  state: MeetingStreamState
  position: Position
  bureau: boolean
  /** What it took to come here from the place before. */
  reducingMs: number
}

interface Screen {
  place: Place
  /** When it was up to which number, in order. */
  moments: { seq: number; at: number }[]
}

type Message = Parameters<GatewayServerToClient['events']>[0]

export class Screens {
  readonly #meetingId: string
  readonly #screens: Screen[] = []
  readonly #places = new Map<string, Place>()
  readonly #followed: { socket: BenchSocket; listener: (message: Message) => void }[] = []
  #arrived: (screen: Screen) => void = () => {}
  messages = 0

  constructor(meetingId: string) {
    this.#meetingId = meetingId
  }

  async add(socket: BenchSocket): Promise<void> {
    const reply = await socket.emitWithAck('subscribe', { streamId: this.#meetingId })
    if (!reply.ok || reply.value.kind !== 'snapshot') throw new Error('a screen got no snapshot')
    const { position, state, viewer } = reply.value
    const { bureau } = viewer
    const screen: Screen = {
      place: this.#known(`${bureau} ${position.hash}`, () => ({
        state: state as MeetingStreamState,
        position,
        bureau,
        reducingMs: 0,
      })),
      moments: [],
    }
    this.#screens.push(screen)
    const listener = (message: Message) => {
      if (message.streamId === this.#meetingId) this.#take(screen, message)
    }
    socket.on('events', listener)
    this.#followed.push({ socket, listener })
  }

  /** Resolves when every screen is there. */
  async reach(seq: number): Promise<void> {
    const missing = new Set(this.#screens.filter(({ place }) => place.position.seq < seq))
    if (missing.size === 0) return
    await new Promise<void>((resolve) => {
      this.#arrived = (screen) => {
        if (screen.place.position.seq >= seq) missing.delete(screen)
        if (missing.size === 0) resolve()
      }
    })
  }

  /** When each screen was up to the number: moments of `performance.now()`. */
  momentsOf(seq: number): number[] {
    return this.#screens.map(({ moments }) => moments.find((moment) => moment.seq >= seq)?.at ?? Number.NaN)
  }

  async leave(): Promise<void> {
    await Promise.all(
      this.#followed.map(({ socket, listener }) => {
        socket.off('events', listener)
        return socket.emitWithAck('unsubscribe', { streamId: this.#meetingId })
      }),
    )
  }

  #take(screen: Screen, { entries }: Message): void {
    const at = performance.now()
    const { place } = screen
    const last = entries.at(-1)
    if (!last) return
    if (entries[0]?.prevHash !== place.position.hash) throw new Error('a screen got what does not join')
    screen.place = this.#known(`${place.bureau} ${last.hash}`, () => {
      const verdict = verifyChain(this.#meetingId, entries, place.position)
      if (!verdict.ok) throw new Error(`a screen got a broken chain: ${verdict.broken}`)
      const state = meetingReducer.reduceAll(place.state, entries)
      return { ...place, state, position: verdict.head, reducingMs: performance.now() - at }
    })
    screen.moments.push({ seq: last.seq, at: at + screen.place.reducingMs })
    this.messages += 1
    this.#arrived(screen)
  }

  #known(key: string, reach: () => Place): Place {
    const known = this.#places.get(key)
    if (known) return known
    const place = reach()
    this.#places.set(key, place)
    return place
  }
}
