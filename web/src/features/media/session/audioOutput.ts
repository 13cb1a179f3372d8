// Plays the voices of the others: one element each, so that the browser mixes them. Some browsers hold sound back until the
// page is touched; then `blocked` asks for one press of a button.
import { createStore } from 'zustand/vanilla'
import type { MediaView } from './mediaView.ts'

export class AudioOutput {
  readonly store = createStore<{ blocked: boolean }>(() => ({ blocked: false }))
  readonly #elements = new Map<string, { element: HTMLAudioElement; track: MediaStreamTrack }>()
  #speakerId: string | null = null

  /** Brings what is played in line with what is received. */
  update(remote: MediaView['remote']): void {
    const tracks = new Map(
      Object.entries(remote).flatMap(([memberId, { microphone }]) =>
        microphone?.track ? [[memberId, microphone.track] as const] : [],
      ),
    )
    for (const [memberId, { element, track }] of this.#elements) {
      if (tracks.get(memberId) === track) continue
      element.srcObject = null
      element.remove()
      this.#elements.delete(memberId)
    }
    for (const [memberId, track] of tracks) {
      if (this.#elements.has(memberId)) continue
      const element = document.createElement('audio')
      element.dataset.memberId = memberId
      element.srcObject = new MediaStream([track])
      document.body.append(element)
      this.#elements.set(memberId, { element, track })
      void this.#route(element)
      void this.#play(element)
    }
  }

  /** After the person's press: browsers let sound through now. */
  async unblock(): Promise<void> {
    this.store.setState({ blocked: false })
    await Promise.all([...this.#elements.values()].map(({ element }) => this.#play(element)))
  }

  playThrough(speakerId: string | null): void {
    this.#speakerId = speakerId
    for (const { element } of this.#elements.values()) void this.#route(element)
  }

  async #play(element: HTMLAudioElement): Promise<void> {
    try {
      await element.play()
    } catch (error) {
      // Anything else means that the element was replaced meanwhile.
      if ((error as Error).name === 'NotAllowedError') this.store.setState({ blocked: true })
    }
  }

  async #route(element: HTMLAudioElement): Promise<void> {
    // A loudspeaker that is gone: the system's own is used.
    if (this.#speakerId && 'setSinkId' in element) await element.setSinkId(this.#speakerId).catch(() => undefined)
  }
}
