// The presenter's side: turns the page here at once and tells the others, again after each break, as a restarted server has forgotten it.
import type { Presentation, ShownPage } from '@hoi-truong/shared/document'
import { isPassing } from '../../../lib/problem.ts'
import type { MeetingRoom, MeetingRoomState } from '../../meeting/api/meetingRoom.ts'
import type { Pointer } from './fit.ts'
import { PageTeller } from './pageTeller.ts'

/** By document: a presentation that a break has ended goes on where it was when it is begun again. */
const lastPages = new Map<string, number>()

/** The pointer goes by itself when the hand rests, so that nobody wonders what a forgotten one means. */
const REST_MS = 4_000

export class PageTurning {
  readonly #room: Pick<MeetingRoom, 'store' | 'pageShown' | 'showPage'>
  readonly #presentation: Presentation
  readonly #teller: PageTeller
  readonly #release: () => void
  #mine: ShownPage | null = null
  #rest: ReturnType<typeof setTimeout> | undefined

  /** @param onBehind told whether the others do not see yet what is shown here */
  constructor(
    room: Pick<MeetingRoom, 'store' | 'pageShown' | 'showPage'>,
    presentation: Presentation,
    onBehind: (behind: boolean) => void,
  ) {
    this.#room = room
    this.#presentation = presentation
    this.#teller = new PageTeller({ send: (shown) => room.showPage(shown), isPassing, onBehind })
    this.#release = room.store.subscribe((now, before) => this.#look(now, before))
    if (room.store.getState().connection === 'connected') this.#begin()
  }

  turn(page: number): void {
    clearTimeout(this.#rest)
    this.#show(page, null)
  }

  point(pointer: Pointer): void {
    clearTimeout(this.#rest)
    this.#show(this.#shown()?.page ?? 1, pointer)
    if (pointer) this.#rest = setTimeout(() => this.point(null), REST_MS)
  }

  stop(): void {
    clearTimeout(this.#rest)
    this.#release()
    this.#teller.stop()
  }

  #shown(): ShownPage | null {
    const { shown } = this.#room.store.getState()
    return shown?.presentationId === this.#presentation.presentationId ? shown : null
  }

  #show(page: number, pointer: Pointer): void {
    const { presentationId, documentId } = this.#presentation
    this.#mine = { presentationId, page, pointer }
    lastPages.set(documentId, page)
    this.#room.pageShown(this.#mine)
    this.#teller.show(this.#mine)
  }

  #begin(): void {
    const shown = this.#shown()
    const last = lastPages.get(this.#presentation.documentId) ?? 1
    if (shown) this.#show(shown.page, shown.pointer)
    // The first page needs no saying: everybody begins with it.
    else if (last > 1) this.#show(last, null)
  }

  #look(now: MeetingRoomState, before: MeetingRoomState): void {
    // What the server had kept before the break is older than what could not be said since.
    const isOlder = this.#teller.waits && now.shown?.page !== this.#mine?.page
    if (now.shown !== before.shown && isOlder && this.#mine) this.#room.pageShown(this.#mine)
    if (now.connection === 'connected' && before.connection !== 'connected') this.#begin()
  }
}
