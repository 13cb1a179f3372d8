// Control messages both ways while a network is bad: what a page is told of its meeting, read from its own socket, and hands that go up and
// down, by the person's button and by the chair's command.
import { randomUUID } from 'node:crypto'
import { expect, type WebSocket } from '@playwright/test'
import type { MemberApi } from './api.ts'
import type { Person } from './person.ts'

interface Told {
  streamId?: string
  entries?: { seq: number }[]
  position?: { seq: number }
}

/** An event that was pushed, or the answer to a subscription: what was missed, or where a snapshot stands. */
function toldIn(frame: string): Told | undefined {
  const [, body] = /^4[23]\d*(\[.*)$/s.exec(frame) ?? []
  if (body === undefined) return undefined
  const [first, second] = JSON.parse(body) as [unknown, Told?]
  if (first === 'events') return second
  return (first as { value?: Told } | null)?.value
}

export class ControlTraffic {
  /** Numbers of the meeting's events as this page was told them, in the order in which it was. */
  readonly told: number[] = []
  /** Sockets to signaling that the page has opened. */
  sockets = 0
  /** Commands that were answered with success. */
  given = 0
  /** The latest event that the chair's commands have made. */
  lastSeq = 0
  readonly #person: Person
  readonly #meetingId: string
  #raised: string | null = null

  /** Before the person opens the room. */
  constructor(person: Person, meetingId: string) {
    this.#person = person
    this.#meetingId = meetingId
    const { origin } = new URL(person.system.url)
    person.page.on('websocket', (socket) => {
      if (new URL(socket.url()).host === new URL(origin).host) this.#listen(socket)
    })
  }

  /** Every number from the first to the last, each once. */
  get isWithoutGap(): boolean {
    return this.told.every((seq, index) => index === 0 || seq === (this.told[index - 1] ?? 0) + 1)
  }

  /** The chair raises a hand for who is present, or takes it down again: one event. */
  async chairActs(chair: MemberApi, memberId: string): Promise<void> {
    const handId = this.#raised ?? randomUUID()
    const reply = this.#raised
      ? await chair.live('floor.lowerHand', this.#meetingId, { handId })
      : await chair.live('floor.raiseHand', this.#meetingId, { handId, memberId })
    this.#raised = this.#raised ? null : handId
    this.lastSeq = (reply as { seq: number }).seq
    this.given += 1
  }

  /** The person's own hand by the button, up or down, until the server has confirmed it. */
  async personActs(timeout = 30_000): Promise<void> {
    const button = this.#person.byId('hand-toggle')
    const goal = (await button.getAttribute('data-hand')) === 'up' ? 'down' : 'up'
    await button.click()
    await expect(button).toHaveAttribute('data-hand', goal, { timeout })
    this.given += 1
  }

  /** The page has been told everything up to the chair's latest command. */
  async hasArrived(timeout = 30_000): Promise<void> {
    await expect.poll(() => this.told.at(-1) ?? 0, { timeout }).toBeGreaterThanOrEqual(this.lastSeq)
  }

  #listen(socket: WebSocket): void {
    this.sockets += 1
    socket.on('framereceived', ({ payload }) => {
      const told = toldIn(String(payload))
      if (told?.streamId !== this.#meetingId) return
      if (told.position) this.told.splice(0, Number.POSITIVE_INFINITY, told.position.seq)
      for (const { seq } of told.entries ?? []) this.told.push(seq)
    })
  }
}
