// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'meetings.title': 'My meetings',
  'meetings.greeting': 'Welcome, {{name}}',
  'meetings.none': 'There is no meeting yet. When one is scheduled, it will stand here.',
  'meetings.upcoming': 'Now and next',
  'meetings.past': 'Over',
  'meetings.chaired_by': 'Chair: {{name}}',
  'meetings.you_chair': 'You chair this meeting',
  'meetings.you_follow': 'You attend for the committee above',
  'meetings.place': 'Place: {{place}}',
  'meetings.present': 'Present {{present}} / expected {{expected}}',
  'meetings.in_room': 'In the room: {{present}} / expected {{expected}}',
  'meetings.absence_known': 'You have reported your absence. If you can come after all, just enter.',

  'absence.title': 'Report absence from the meeting',
  'absence.lead':
    'Only the chair and the minutes secretary read the reason. Others see only that you reported your absence.',
  'absence.placeholder': 'For example: I am in hospital.',
  'absence.too_short': 'Please give the reason, at least 3 letters.',
  'absence.too_long': 'The reason is longer than 500 letters. Please shorten it.',
  'absence.kept_draft': 'What you write is kept on this device.',
  'absence.sent': 'Absence reported. The chair and the minutes secretary have the reason.',
  'absence.sent_late': 'The meeting ended before your report arrived. It is kept with the branch, marked late.',
  'absence.sending': 'Sending…',
  'absence.waiting': 'Not sent: there is no network. It is kept on this device and will be sent by itself.',
  'absence.refused': 'The report was not accepted',
  'absence.your_text': 'What you wrote:',
  'absence.put_away': 'Understood, discard it',
}
