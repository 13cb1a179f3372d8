// Who speaks in the rooms of this node, gathered for signaling: whoever follows a meeting without media is told as well. One message a
// second at most for all rooms together, and none while nobody speaks.
import type { ControlRequestBody } from '@hoi-truong/shared/media'

type SpeakingRoom = ControlRequestBody<'speakers'>['rooms'][number]

/** What goes on is said again: whoever begins to follow in the middle of a speech learns of it soon. */
const REPEAT_EVERY = 5

export class SpeakerReport {
  readonly #rooms = new Map<string, { memberIds: string[]; changed: boolean }>()
  #count = 0

  /** Loudest first; an empty list is silence. */
  note(meetingId: string, memberIds: readonly string[]): void {
    const before = this.#rooms.get(meetingId)?.memberIds ?? []
    const same = before.length === memberIds.length && before.every((id) => memberIds.includes(id))
    if (!same) this.#rooms.set(meetingId, { memberIds: [...memberIds], changed: true })
  }

  /** What is to be said now; asked for in an even rhythm. */
  take(): SpeakingRoom[] {
    this.#count += 1
    const repeats = this.#count % REPEAT_EVERY === 0
    const said: SpeakingRoom[] = []
    for (const [meetingId, room] of this.#rooms) {
      if (!room.changed && !repeats) continue
      said.push({ meetingId, memberIds: room.memberIds })
      room.changed = false
      if (room.memberIds.length === 0) this.#rooms.delete(meetingId)
    }
    return said
  }
}
