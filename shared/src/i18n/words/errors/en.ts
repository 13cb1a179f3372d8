// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'error.COMMAND_UNKNOWN': 'The system does not know this action. Please reload the page.',
  'error.COMMAND_ID_REUSED': 'This action has a number that was used before. Please reload the page and try again.',
  'error.COMMAND_EXPIRED': 'This action came too late and has no effect. Please do it again.',
  'error.COMMAND_IN_DOUBT':
    'It is not yet known whether this action was recorded. Your device will ask again by itself; please do not repeat it.',
  'error.COMMAND_WITHOUT_EXPIRY': 'This action lacks its time limit. Please reload the page and try again.',
  'error.STREAM_UNKNOWN': 'This meeting was not found. Please go back to the list.',
  'error.STREAM_KIND_WRONG': 'This action is not possible here. Please reload the page.',
  'error.MEETING_UNKNOWN': 'This meeting was not found. Please go back to the list.',
  'error.MEETING_NOT_MEMBER':
    'You are not on the list of this meeting. If that is a mistake, ask the branch secretary.',
  'error.MEETING_NOT_CHAIR': 'Only the chair can do this.',
  'error.MEETING_EXISTS': 'This meeting exists already. Please open it from the list.',
  'error.MEETING_NOT_OPEN': 'The meeting is not open yet. Please wait for the chair to open it.',
  'error.MEETING_ALREADY_OPEN': 'The meeting is open already; nothing more to do.',
  'error.MEETING_CLOSED': 'The meeting is over. You can read its record.',
  'error.MEETING_TIMES_WRONG': 'The end must be after the beginning. Please correct it.',
  'error.MEETING_CHAIR_NOT_MEMBER': 'The chair must be a member of the branch. Please choose again.',
  'error.IMPORT_EMPTY': 'The list has no members. Please check the file.',
  'error.IMPORT_DUPLICATE_MEMBER': 'A member stands twice in the list. Please correct the file and import it again.',
  'error.ATTENDANCE_NOT_IN_ROOM': 'You are not in the room. Please enter the meeting room first.',
  'error.ABSENCE_NOT_EXPECTED': 'You are not expected at this meeting, so there is nothing to report.',
  'error.ABSENCE_ALREADY_REPORTED': 'You have already reported your absence; no need to send it again.',
  'error.GRANT_MISSING': 'There is no right of entry yet. It is being asked for; please wait a moment.',
  'error.GRANT_INVALID': 'The right of entry is not valid. Please leave the room and enter again.',
  'error.GRANT_EXPIRED': 'The right of entry has expired. A new one is being asked for; please wait a moment.',
  'error.GRANT_OTHER_NODE': 'The room has moved to another server. Reconnecting; please wait a moment.',
  'error.EPOCH_STALE': 'The room was opened anew. Reconnecting; please wait a moment.',
  'error.RESUME_UNKNOWN': 'The old connection is gone. Reconnecting; please wait a moment.',
  'error.ROOM_NOT_JOINED': 'Sound and picture are not connected. Reconnecting; please wait a moment.',
  'error.ROOM_LOST': 'The server for sound and picture failed. Reconnecting; please wait a moment.',
  'error.ROOM_ENDED': 'The meeting is over. You can read its record.',
  'error.PEER_REPLACED':
    'You entered the room in another window or on another device, so sound and picture are off here. To go on here, press “Continue here”.',
  'error.PEER_REMOVED': 'You are no longer in the room. To go on, press “Enter again”.',
  'error.PUBLISH_NOT_ALLOWED': 'You may not send sound or picture just now. Please wait for the chair.',
  'error.SOURCE_TAKEN': 'This sound or picture is being sent already. Please turn it off and on again.',
  'error.TRANSPORT_UNKNOWN': 'The line for sound and picture is lost. Reconnecting; please wait a moment.',
  'error.PRODUCER_UNKNOWN': 'This sound or picture is no longer sent. Please turn it off and on again.',
  'error.CONSUMER_UNKNOWN': 'This sound or picture is no longer received. Reconnecting.',
  'error.MEDIA_INCOMPATIBLE':
    'This browser cannot connect sound and picture. Please use a recent Chrome, Edge, Firefox or Safari.',
  'error.MEDIA_UNAVAILABLE': 'The server for sound and picture is not ready. Trying again; please wait a moment.',
}
