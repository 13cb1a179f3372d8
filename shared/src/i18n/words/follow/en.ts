// Following a meeting without entering its room.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'follow.title': 'Follow the meeting',
  'follow.not_present': 'You are following from afar. Following is not attendance, and has no sound or picture.',
  'follow.enter': 'Enter the room',
  'follow.not_open': 'The meeting is not open yet. This page changes by itself when the chair opens it.',
  'follow.planned': 'Planned for {{time}}',
  'follow.speaking': 'Speaking: {{names}}',
  'follow.quiet': 'Nobody is heard online right now.',
  'follow.led_by': 'Chair: {{name}}',
  'follow.counts': 'Roll call',
  'follow.ended': 'The meeting is over.',
  'follow.record': 'See the course of the meeting',
  'follow.called_off': 'The meeting does not take place. Reason: {{reason}}',
  'follow.interrupted':
    'Disconnected. What stands below is as of {{time}}; it is brought up to date when the network is back.',
}
