// Who may be heard and who may show something, device by device: the media-server enforces it, the room shows by it (DESIGN 3).
import { type AgendaState, currentItem } from '../agenda/index.ts'
import { type AttendanceState, isSilentCompanion, openInterval, speaksForSite } from '../attendance/index.ts'
import type { MeetingState } from '../meeting/index.ts'
import { currentSpeech, type FloorState } from './reduce.ts'

export interface FloorView {
  meeting: Pick<MeetingState, 'status' | 'plan' | 'chairId' | 'minutesSecretaryId'>
  agenda: AgendaState
  attendance: AttendanceState
  floor: FloorState
}

/** Whether this device's microphone carries that member: their own device, or the one that speaks for the site they sit at. */
export function carries({ meeting, attendance }: FloorView, deviceOf: string, memberId: string): boolean {
  const place = openInterval(attendance, memberId)?.place
  if (place?.kind !== 'site') return deviceOf === memberId
  const device = openInterval(attendance, deviceOf)?.place
  return device?.kind === 'site' && device.siteId === place.siteId && speaksForSite(meeting, attendance, deviceOf)
}

/** The chair always; while the floor is chaired whoever has it; everybody before the opening, when people greet, and on open floor. */
export function mayBeHeard(view: FloorView, deviceOf: string): boolean {
  const { meeting, attendance, floor } = view
  if (isSilentCompanion(meeting, attendance, deviceOf)) return false
  if (meeting.status !== 'open' || floor.mode === 'open') return true
  return leadsOrSpeaks(view, deviceOf)
}

/** Whether this device's microphone carries the chair or whoever has the floor: never kept back when several speak at once. */
export function leadsOrSpeaks(view: FloorView, deviceOf: string): boolean {
  const speaker = currentSpeech(view.floor)?.memberId ?? null
  return [view.meeting.chairId, speaker].some((memberId) => memberId !== null && carries(view, deviceOf, memberId))
}

/** A screen, or a document page by page: those who lead, who has the floor, and who presents the item that is on. */
export function mayShow(view: FloorView, memberId: string): boolean {
  const { meeting, agenda, floor } = view
  if (meeting.status !== 'open' || floor.mode === 'open') return true
  const presenter = currentItem(agenda)?.presenterId ?? null
  const speaker = currentSpeech(floor)?.memberId ?? null
  return [meeting.chairId, meeting.minutesSecretaryId, presenter, speaker].some(
    (one) => one !== null && (one === memberId || carries(view, memberId, one)),
  )
}
