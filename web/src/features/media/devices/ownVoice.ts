// Listens on the device itself to its own microphone, where nobody else hears it: whoever talks while muted is told so, and whoever has the
// floor and sends nothing but silence. Looks seldom, and only while there is something to find out: phones run on batteries.
import { createStore } from 'zustand/vanilla'

export interface LevelMeter {
  /** Decibels below full scale of the last moment; -Infinity is silence. */
  level(): number
  close(): void
}

export interface OwnVoiceState {
  /** Speaks, and nobody can hear it: muted here, or held by the floor. */
  speakingWhileMuted: boolean
  /** Has the floor and is not muted, but the microphone gives nothing. */
  silentMicrophone: boolean
}

export interface Situation {
  track: MediaStreamTrack | null
  /** Nobody hears it: muted here, or held. */
  unheard: boolean
  /** Is expected to speak now. */
  ownTurn: boolean
}

export const LOOK_EVERY_MS = 400
/** Of the last looks: words have gaps, a cough has no length. */
const LOOKS = 6
const LOUD_LOOKS = 4
/** Louder than this, and than the room by itself. */
const VOICE_DB = -50
const ABOVE_ROOM_DB = 12
/** The quietest room gives more than a microphone that is switched off or broken. */
const NOTHING_DB = -72
const SILENT_MS = 10_000
/** Said long enough to be read, also when the person stops at once. */
const SAY_MS = 5_000

const quiet: OwnVoiceState = { speakingWhileMuted: false, silentMicrophone: false }

export class OwnVoice {
  readonly store = createStore<OwnVoiceState>(() => quiet)
  readonly #open: (track: MediaStreamTrack) => LevelMeter
  readonly #now: () => number
  #situation: Situation = { track: null, unheard: false, ownTurn: false }
  #meter: LevelMeter | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #levels: number[] = []
  #room = -Infinity
  #spokeAt = -Infinity
  #soundAt = 0

  constructor(open: (track: MediaStreamTrack) => LevelMeter, now: () => number = () => performance.now()) {
    this.#open = open
    this.#now = now
  }

  heed(situation: Situation): void {
    const before = this.#situation
    const same = before.track === situation.track && before.unheard === situation.unheard
    if (same && before.ownTurn === situation.ownTurn) return
    this.#situation = situation
    if (before.track !== situation.track) this.#stop()
    this.#levels = []
    this.#spokeAt = -Infinity
    this.#soundAt = this.#now()
    this.store.setState(quiet)
    const { track, unheard, ownTurn } = situation
    if (track && (unheard || ownTurn)) this.#start(track)
    else this.#stop()
  }

  close(): void {
    this.#stop()
    this.#situation = { track: null, unheard: false, ownTurn: false }
    this.store.setState(quiet)
  }

  look(): void {
    if (!this.#meter) return
    const level = this.#meter.level()
    const now = this.#now()
    this.#levels = [...this.#levels, level].slice(-LOOKS)
    // Follows the room quickly down and slowly up, so that a voice does not become the room.
    this.#room = Math.max(-100, level < this.#room ? level : Math.min(level, this.#room + 0.5))
    if (level > NOTHING_DB) this.#soundAt = now
    const loud = this.#levels.filter((one) => one > Math.max(VOICE_DB, this.#room + ABOVE_ROOM_DB))
    if (loud.length >= LOUD_LOOKS) this.#spokeAt = now
    const { unheard, ownTurn } = this.#situation
    const state: OwnVoiceState = {
      speakingWhileMuted: unheard && now - this.#spokeAt < SAY_MS,
      silentMicrophone: !unheard && ownTurn && now - this.#soundAt >= SILENT_MS,
    }
    const before = this.store.getState()
    const changed =
      before.speakingWhileMuted !== state.speakingWhileMuted || before.silentMicrophone !== state.silentMicrophone
    if (changed) this.store.setState(state)
  }

  #start(track: MediaStreamTrack): void {
    if (this.#meter) return
    this.#room = -60
    this.#meter = this.#open(track)
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS)
  }

  #stop(): void {
    clearInterval(this.#timer)
    this.#meter?.close()
    this.#meter = null
  }
}
