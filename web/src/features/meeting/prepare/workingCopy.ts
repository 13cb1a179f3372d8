// What is being typed, kept on this device letter by letter: it outlives a reload, a lost network, a session that has ended. One copy per
// member and meeting; a meeting that has not been saved yet is found by its branch.
import { newId } from '../../../lib/newId.ts'
import type { PlanForm } from './planForm.ts'

export interface WorkingCopy {
  /** Made by this device when the meeting is new, so that saving it twice makes one meeting. */
  meetingId: string
  /** The plan's revision that was typed on; 0 while it was never saved. */
  basedOn: number
  /** ISO 8601, this device's clock. */
  at: string
  form: PlanForm
}

/** Raised when the form changes: half of an old one is worse than none. */
const SHAPE = 1

type Stored = WorkingCopy & { writer: string; shape: typeof SHAPE }

export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export const newMeetingPlace = (memberId: string, organizationId: string): string =>
  `hoi-truong.prepare.${memberId}.new.${organizationId}`
export const meetingPlace = (memberId: string, meetingId: string): string =>
  `hoi-truong.prepare.${memberId}.${meetingId}`

export class CopyKeeper {
  readonly #storage: CopyStorage
  #place: string
  /** Two tabs may type on the same meeting: what one has saved must not take away what the other has typed. */
  readonly #writer = newId()

  constructor(storage: CopyStorage, place: string) {
    this.#storage = storage
    this.#place = place
  }

  read(): WorkingCopy | null {
    const stored = this.#stored()
    if (!stored) return null
    const { writer: _, shape: __, ...copy } = stored
    return copy
  }

  /** After a reload: what was written before is this page's own again. */
  adopt(): void {
    const copy = this.read()
    if (copy) this.write(copy)
  }

  /** False when this device keeps nothing (a private window): then it lives as long as the page. */
  write(copy: WorkingCopy): boolean {
    try {
      this.#storage.setItem(
        this.#place,
        JSON.stringify({ ...copy, writer: this.#writer, shape: SHAPE } satisfies Stored),
      )
      return true
    } catch {
      return false
    }
  }

  /** The meeting has got an address of its own. */
  moveTo(place: string): void {
    this.clear()
    this.#place = place
  }

  /** @param also what another tab has written, when somebody decides to begin anew */
  clear({ also = false } = {}): void {
    try {
      if (also || this.#stored()?.writer === this.#writer) this.#storage.removeItem(this.#place)
    } catch {
      // Nothing was kept.
    }
  }

  #stored(): Stored | null {
    try {
      const kept = JSON.parse(this.#storage.getItem(this.#place) ?? 'null') as Stored | null
      return kept?.shape === SHAPE ? kept : null
    } catch {
      return null
    }
  }
}
