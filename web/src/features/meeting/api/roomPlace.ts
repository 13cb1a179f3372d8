// One member's place in a room, whole: the meeting's log, sound and picture, and this device's camera and microphone, bound
// together. Lives outside React so that a redraw can never end a call.

import { isSilentCompanion, speaksForSite } from '@hoi-truong/shared/attendance'
import type { DeviceClass } from '@hoi-truong/shared/media'
import type { MeetingStatus } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { session } from '../../account/api/session.ts'
import { type EnteringWish, forgetWish, rememberWish, wishOf } from '../../media/devices/enteringWish.ts'
import { openLevelMeter } from '../../media/devices/levelMeter.ts'
import { OwnVoice } from '../../media/devices/ownVoice.ts'
import { isSmallScreen } from '../../media/devices/smallScreen.ts'
import { localDevices } from '../../media/hooks/useLocalDevices.ts'
import { connection, dataSaver } from '../../media/link/dataSaver.ts'
import { firstStep } from '../../media/link/firstStep.ts'
import { AudioOutput } from '../../media/session/audioOutput.ts'
import { MediaConditions } from '../../media/session/mediaConditions.ts'
import { MediaSession } from '../../media/session/mediaSession.ts'
import { exposeMediaStats } from '../../media/session/mediaStats.ts'
import { bindToRoom, createScreenShare } from '../../stage/share/placeScreen.ts'
import type { ScreenShare } from '../../stage/share/screenShare.ts'
import { MeetingRoom } from './meetingRoom.ts'

const isOver = (status: MeetingStatus): boolean =>
  status === 'closed' || status === 'sealed' || status === 'cancelled' || status === 'notHeld'

export class RoomPlace {
  readonly meetingId: string
  readonly memberId: string
  readonly room: MeetingRoom
  readonly media: MediaSession
  readonly audio = new AudioOutput()
  readonly screen: ScreenShare
  readonly voice = new OwnVoice(openLevelMeter)
  readonly #conditions: MediaConditions
  readonly #releases: (() => void)[] = []
  #leaving: Promise<void> | null = null
  #joinedAs: DeviceClass | null = null
  /** With what this device was in the room when that was over for it; a closing may be taken back, who was shown out let in again. */
  wishAtEnd: EnteringWish | null = null

  constructor(meetingId: string, memberId: string) {
    this.meetingId = meetingId
    this.memberId = memberId
    this.room = new MeetingRoom(meetingId, {
      accessToken: () => session.accessToken(),
      refuseToken: (token) => session.refuse(token),
      sessionEnded: (code) => session.end(code),
    })
    this.media = new MediaSession({
      ownMemberId: memberId,
      device: () => {
        this.#joinedAs = this.#device()
        return this.#joinedAs
      },
      grant: (signal) => this.room.grant(signal),
      silence: () => localDevices.setMuted(true),
      firstStep: firstStep(connection()),
    })
    this.#conditions = new MediaConditions({
      media: this.media,
      voice: this.voice,
      memberId,
      devices: localDevices.store,
      saver: dataSaver,
      everyone: () => this.room.followed()?.state.everyone ?? null,
      page: document,
    })
    this.screen = createScreenShare(this.media, memberId)
  }

  start(wish: EnteringWish | null = null): void {
    if (wish) rememberWish(this.meetingId, wish)
    this.#openDevices()
    this.#send()
    this.#releases.push(
      localDevices.store.subscribe(() => this.#send()),
      this.media.view.subscribe(({ remote }) => this.audio.update(remote)),
      this.room.store.subscribe((now, before) => {
        const everyone = now.followed?.state.everyone
        if (everyone && (isOver(everyone.meeting.status) || this.memberId in everyone.attendance.removed)) this.#end()
        else if (everyone && everyone !== before.followed?.state.everyone) {
          this.#heedSite(everyone)
          this.#conditions.heed()
        }
        // Shown out because the connection to signaling was gone too long; now it is back, and so is the member.
        if (now.entries > before.entries && this.media.view.getState().stopped === 'PEER_REMOVED') this.media.start()
      }),
      exposeMediaStats(this.media),
      bindToRoom(this.screen, this.media, this.room, this.memberId),
    )
    this.#conditions.begin()
    this.#releases.push(() => this.#conditions.end())
    this.media.start()
    void this.room.run()
  }

  /**
   * The room's page makes way for another, by its own button or by the browser's: that is leaving. A reload or a closed window never
   * gets here; for the others the member then stays until the grace period is over.
   */
  stop(): void {
    if (this.room.store.getState().entries > 0) void this.leave()
    else localDevices.closeAll()
    for (const release of this.#releases.splice(0)) release()
    this.media.close()
    this.audio.update({})
    this.room.stop()
  }

  leave(): Promise<void> {
    this.#leaving ??= this.#leave()
    return this.#leaving
  }

  async #leave(): Promise<void> {
    forgetWish(this.meetingId)
    localDevices.closeAll()
    await Promise.all([this.media.leave(), this.room.leave()])
  }

  /** The meeting is over, or the chair has shown this member out: nothing is sent or played any more. */
  #end(): void {
    if (this.media.view.getState().connection === 'idle') return
    this.wishAtEnd ??= wishOf(this.meetingId)
    forgetWish(this.meetingId)
    this.media.close()
    localDevices.closeAll()
  }

  /** Counted at a site where another device speaks: the server takes nothing from this one, so its light goes out too. */
  #heedSite({ meeting, attendance }: MeetingStreamState['everyone']): void {
    if (isSilentCompanion(meeting, attendance, this.memberId)) localDevices.closeAll()
    // Checked in at the site after having entered: a hall's wall shows more than a laptop.
    if (this.#joinedAs !== null && this.#device() !== this.#joinedAs) this.media.rejoin()
  }

  #device(): DeviceClass {
    const everyone = this.room.followed()?.state.everyone
    if (everyone && speaksForSite(everyone.meeting, everyone.attendance, this.memberId)) return 'site'
    return isSmallScreen() ? 'phone' : 'computer'
  }

  #openDevices(): void {
    const wish = wishOf(this.meetingId)
    if (!wish) return
    const { camera, microphone } = localDevices.store.getState()
    localDevices.setMuted(wish.muted)
    const needsCamera = wish.camera && camera.state === 'off'
    const needsMicrophone = wish.microphone && microphone.state === 'off'
    if (needsCamera && needsMicrophone) void localDevices.openBoth()
    else if (needsCamera) void localDevices.open('camera')
    else if (needsMicrophone) void localDevices.open('microphone')
  }

  #send(): void {
    const { camera, microphone, muted, speakerId } = localDevices.store.getState()
    this.media.wish('microphone', microphone.track ? { track: microphone.track, paused: muted } : null)
    this.media.wish('camera', camera.track ? { track: camera.track, paused: false } : null)
    this.audio.playThrough(speakerId)
    // While a device is being asked for, the last answer stands.
    if (camera.state === 'asking' || microphone.state === 'asking' || !wishOf(this.meetingId)) return
    rememberWish(this.meetingId, { camera: camera.state === 'on', microphone: microphone.state === 'on', muted })
  }
}
