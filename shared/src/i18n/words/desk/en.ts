// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'desk.title': 'Lead the meeting',
  'desk.go_on': 'Go on to: {{title}}',
  'desk.where': 'Where we are',
  'desk.not_open': 'Not open yet',
  'desk.time': 'Length',
  'desk.time_of': '{{minutes}} of at least {{minimum}} minutes',
  'desk.time_plain': '{{minutes}} minutes',
  'desk.time_left': '{{minutes}} minutes until the minimum length is reached.',
  'desk.time_enough': 'The minimum length is reached.',
  'desk.missing': 'To look at before the next step',
  'desk.nothing_missing': 'Nothing is missing. Press the large button below to go on.',
  'desk.finding_minutesSecretaryMissing': 'No minutes secretary is named. Choose somebody and press “Name”.',
  'desk.finding_documentsMissing':
    'No documents were posted. The rule is {{hours}} hours ahead. Please read them out at the meeting.',
  'desk.finding_documentsLate':
    'The documents were posted late: {{ahead}} hours ahead, the rule is {{hours}}. Please remind the members to read them.',
  'desk.finding_quorumLow': 'Only {{present}} of {{base}} who count are present. You may wait before going on.',
  'desk.finding_quorumUnconfirmed':
    'It is not stated yet that the meeting may proceed ({{present}} of {{base}} present). Look at the roll call, then press the button below.',
  'desk.finding_absencesUndecided':
    '{{count}} notices of absence are not answered. After the closing they count as absent without reason. Open “People” to answer.',
  'desk.finding_itemsLeft': '{{count}} items are not done yet.',
  'desk.finding_tooShort': 'Only {{minutes}} minutes have passed; the minimum is {{minimum}}.',
  'desk.finding_AGENDA_IN_PERSON_ONLY':
    '“{{item}}” is done in person only, and nobody is checked in at a site. Check people in there first, or choose another item of the agenda.',
  'desk.in_person_online':
    '“{{item}}” is done in person only, and this meeting is online. Please choose another item of the agenda.',
  'desk.item_blocked': 'Nobody is at a site',
  'desk.minutes_secretary': 'Minutes secretary',
  'desk.minutes_secretary_is': 'Minutes secretary: {{name}}',
  'desk.name_secretary': 'Name',
  'desk.change_secretary': 'Change',
  'desk.choose': 'Choose somebody',
  'desk.present_now': 'Present now',
  'desk.not_present': 'Not there yet',
  'desk.people': 'Open the roll call',
  'desk.agenda_lead': 'Press an item to go to it at once.',
  'desk.revise': 'Change the agenda',
  'desk.hand_over': 'Hand over the chair',
  'desk.hand_over_lead': 'Choose an official member who is present. Everybody is told at once.',
  'desk.hand_over_nobody': 'No other official member is present.',
  'desk.hand_over_confirm': 'Hand over',
  'desk.officers': 'Chair and minutes secretary',
  'desk.revise_save': 'Save the agenda',
  'desk.missing_count': '{{count}} things to look at before this step',
  'desk.update_roll': 'Read the member list again',
}
