// What changed about the floor between two states of a meeting, as sentences for the room: whoever is concerned hears it said to them.
import { currentSpeech } from '@hoi-truong/shared/floor'
import { findInRoll } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import type { Announcement } from '../attendance/announcement.ts'

type Everyone = MeetingStreamState['everyone']

export function floorBetween(before: Everyone, after: Everyone, ownId: string): Announcement[] {
  const { meeting, floor, attendance } = after
  const told: Announcement[] = []
  const nameOf = (memberId: string) => ({ name: findInRoll(meeting, memberId)?.name ?? '' })
  if (before.floor.mode !== floor.mode)
    told.push({ key: floor.mode === 'open' ? 'floor.said_mode_open' : 'floor.said_mode_chaired', values: {} })
  const was = currentSpeech(before.floor)
  const is = currentSpeech(floor)
  if (is && is.speechId !== was?.speechId && is.memberId !== null)
    told.push(
      is.memberId === ownId
        ? { key: 'floor.said_granted_you', values: {} }
        : { key: 'floor.said_granted', values: nameOf(is.memberId) },
    )
  // That it is over must be known by the one who may go on speaking to nobody.
  if (was?.memberId === ownId && is?.speechId !== was.speechId) told.push({ key: 'floor.said_ended_you', values: {} })
  if (meeting.chairId === ownId) {
    const known = new Set(before.floor.hands.map(({ handId }) => handId))
    for (const { handId, memberId } of floor.hands)
      if (!known.has(handId) && memberId !== ownId) told.push({ key: 'floor.said_hand', values: nameOf(memberId) })
  }
  for (const memberId of Object.keys(attendance.removed))
    if (!(memberId in before.attendance.removed)) told.push({ key: 'floor.said_removed', values: nameOf(memberId) })
  for (const memberId of Object.keys(before.attendance.removed))
    if (!(memberId in attendance.removed)) told.push({ key: 'floor.said_readmitted', values: nameOf(memberId) })
  return told
}
