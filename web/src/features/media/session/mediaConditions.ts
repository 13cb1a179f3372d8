// What goes on around the sound and picture of one place: in the meeting's log, on the device, with its person. Brought to the session as it
// changes, so that the session itself knows no meeting and no page.
import { devicesInRoom, isSilentCompanion } from '@hoi-truong/shared/attendance'
import { carries, currentSpeech, type FloorView } from '@hoi-truong/shared/floor'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import type { StoreApi } from 'zustand/vanilla'
import type { DevicesState } from '../devices/localDevices.ts'
import type { OwnVoice } from '../devices/ownVoice.ts'
import type { MediaSession } from './mediaSession.ts'

type Everyone = MeetingStreamState['everyone']

export interface Surroundings {
  media: MediaSession
  voice: OwnVoice
  memberId: string
  devices: Pick<StoreApi<DevicesState>, 'getState' | 'subscribe'>
  saver: Pick<StoreApi<{ saving: boolean }>, 'getState' | 'subscribe'>
  /** The meeting as far as it is known. */
  everyone(): Everyone | null
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
}

/** Whose devices carry the voices that matter: who has the floor, then the chair. */
export function leadingVoices(view: FloorView): string[] {
  const members = [currentSpeech(view.floor)?.memberId, view.meeting.chairId].filter((id) => typeof id === 'string')
  const devices = devicesInRoom(view.attendance)
  return [...new Set(members.flatMap((id) => devices.filter((device) => carries(view, device, id))))]
}

export class MediaConditions {
  readonly #around: Surroundings
  readonly #releases: (() => void)[] = []

  constructor(around: Surroundings) {
    this.#around = around
  }

  begin(): void {
    const { media, devices, saver, page } = this.#around
    const look = () => this.heed()
    page.addEventListener('visibilitychange', look)
    this.#releases.push(
      () => page.removeEventListener('visibilitychange', look),
      saver.subscribe(look),
      devices.subscribe(() => this.#listen()),
      media.view.subscribe(({ held }, before) => held !== before.held && this.#listen()),
    )
    this.heed()
  }

  end(): void {
    for (const release of this.#releases.splice(0)) release()
    this.#around.voice.close()
  }

  /** Also whenever the meeting has changed. */
  heed(): void {
    const { media, memberId, saver, page } = this.#around
    const everyone = this.#around.everyone()
    const companion = everyone !== null && isSilentCompanion(everyone.meeting, everyone.attendance, memberId)
    media.suit({ saving: saver.getState().saving, visible: page.visibilityState === 'visible', companion })
    if (everyone) media.prefer(leadingVoices(everyone))
    this.#listen()
  }

  #listen(): void {
    const { media, voice, devices, memberId } = this.#around
    const everyone = this.#around.everyone()
    const { microphone, muted } = devices.getState()
    const speaker = everyone && currentSpeech(everyone.floor)?.memberId
    voice.heed({
      track: microphone.track,
      unheard: muted || media.view.getState().held.includes('microphone'),
      ownTurn: Boolean(everyone && speaker && carries(everyone, memberId, speaker)),
    })
  }
}
