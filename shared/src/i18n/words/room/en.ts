// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'room.entering': 'Entering the room…',
  'room.tiles': 'People in the room',
  'room.alone': 'Nobody else is in the room yet.',
  'room.you': '{{name}} (you)',
  'room.speaking': 'Speaking',
  'room.sound_off': 'Sound off',
  'room.controls': 'Room controls',
  'room.people': 'People',
  'room.waiting_open': 'Waiting for the chair to open the meeting',
  'room.elapsed': 'In session for {{time}}',
  'room.hear': 'Press to listen',
  'room.hear_lead': 'The device holds the sound back until you press this button.',
  'room.continue_here': 'Continue here',
  'room.enter_again': 'Enter again',
  'room.close_title': 'Close the meeting?',
  'room.close_lead': 'Everybody leaves the room and the roll call is final. This cannot be undone.',
  'room.close_confirm': 'Close',
  'room.ended': 'The meeting is over.',
  'room.left_by_close': 'You can read who attended, and from when to when.',
  'room.follower_here': '{{name}}, {{title}}, is attending for the committee above',
  'room.other_sources': 'Others in the room',
  'room.chain_broken':
    'The log that arrived does not fit at entry {{seq}}. All of it was fetched again; if this is repeated, tell the administrator.',

  'announce.joined': '{{name}} has entered the room.',
  'announce.left': '{{name}} has left the room.',
  'announce.many_joined': '{{count}} people have entered the room.',
  'announce.many_left': '{{count}} people have left the room.',
  'announce.follower_joined': '{{name}}, {{title}}, has entered for the committee above.',
  'announce.opened': 'The meeting is open.',
  'announce.closed': 'The meeting is over.',

  'connection.connected': 'Good connection',
  'connection.connecting': 'Connecting…',
  'connection.reconnecting': 'Reconnecting. There is nothing you need to do.',
  'connection.offline': 'No network. It will reconnect by itself.',
  'connection.log_only': 'Sound and picture are fine. Reconnecting to the roll call.',
  'connection.media_only': 'Reconnecting sound and picture. There is nothing you need to do.',
  'connection.media_stopped': 'Sound and picture are off here.',
}
