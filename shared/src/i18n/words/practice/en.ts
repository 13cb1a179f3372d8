// Practice meetings: the page that begins one.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'practice.title': 'Practise chairing',
  'practice.lead':
    'A practice meeting is just like a real one: the room, the chair’s desk, the roll call, comments. You are the chair; everybody else on the list is an invented name.',
  'practice.nobody_sees': 'Nobody else sees it, and nobody is notified.',
  'practice.counts_nowhere': 'It counts in no figures and leaves your list after a day.',
  'practice.steps_title': 'What can be practised',
  'practice.step_open': 'Open, name the minutes secretary, go through the order of business.',
  'practice.step_roll': 'Call the roll at a site: tap the names.',
  'practice.step_absence': 'Decide on two notices of absence; read the comment of an absent member.',
  'practice.step_close': 'State the quorum, close, look at the record.',
  'practice.start': 'Start a practice meeting',
  'practice.continue': 'Go on with the one under way',
  'practice.again': 'Start a new one',
  'practice.starting': 'Preparing…',
  'practice.back': 'Back to the meetings',
}
