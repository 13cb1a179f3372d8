// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'record.title': 'Who attended, and from when to when',
  'record.opened': 'Opened: {{time}}',
  'record.closed': 'Closed: {{time}}',
  'record.name': 'Name',
  'record.presence': 'Roll call',
  'record.intervals': 'Time in the room',
  'record.attended': 'Attended in all',
  'record.interval': 'From {{from}} to {{to}}',
  'record.lapsed': 'connection lost',
  'record.none': 'Not in the room',
  'record.notices': 'Reasons for absence',
  'record.notices_lead': 'Only the chair and the minutes secretary read this part.',
  'record.own_notice': 'The reason you gave for your absence',
  'record.chain': 'Log',
  'record.chain_checking': 'Checking the log…',
  'record.chain_intact': 'The log is intact: {{count}} entries follow each other, none changed or missing.',
  'record.chain_broken': 'The log does not fit at entry {{seq}}. Please tell the administrator at once.',
  'record.chain_unchecked': 'The log could not be checked.',
  'record.not_closed': 'The meeting is not over, so there is no record yet.',
  'record.followers': 'Attending from the committee above',
}
