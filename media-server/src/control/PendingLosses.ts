// Lost places that signaling has not confirmed yet. It would go on giving grants for them, and this node would go on
// refusing those: so they are kept until it has answered, however long it is away.
export interface Loss {
  meetingId: string
  epoch: number
}

export class PendingLosses {
  readonly #epochs = new Map<string, number>()

  add({ meetingId, epoch }: Loss): void {
    this.#epochs.set(meetingId, Math.max(epoch, this.#epochs.get(meetingId) ?? 0))
  }

  confirm({ meetingId, epoch }: Loss): void {
    const pending = this.#epochs.get(meetingId)
    if (pending !== undefined && pending <= epoch) this.#epochs.delete(meetingId)
  }

  list(): Loss[] {
    return [...this.#epochs].map(([meetingId, epoch]) => ({ meetingId, epoch }))
  }
}
