// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'people.title': 'People and roll call',
  'people.present': 'Present',
  'people.expected': 'Expected',
  'people.total': '{{total}} members in all: {{official}} official, {{probationary}} probationary',
  'people.late': 'Late: {{count}}',
  'people.announced': 'Absence reported: {{count}}',
  'people.exempt_present': 'Exempt but present: {{count}}',
  'people.in_room': 'In the room',
  'people.not_in_room': 'Not in the room',
  'people.guests': 'Committee above',

  'presence.present': 'Present',
  'presence.left': 'Left the room',
  'presence.absenceAnnounced': 'Absence reported',
  'presence.notArrived': 'Not in the room yet',
  'presence.closed_present': 'Present to the end',
  'presence.closed_left': 'Present, left before the end',
  'presence.closed_absenceAnnounced': 'Absent, reported',
  'presence.closed_notArrived': 'Absent, not reported',

  'member.suspended': 'Suspended from meetings',
}
