// A finding as a sentence: what is missing, and what to do about it.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { Finding, MeetingForm } from '@hoi-truong/shared/meeting'
import type { Translate } from '../../i18n/index.ts'

/** Those that can stand before a step in the room; the others belong to the preparation and are settled there. */
const sentences = {
  minutesSecretaryMissing: 'desk.finding_minutesSecretaryMissing',
  documentsMissing: 'desk.finding_documentsMissing',
  documentsLate: 'desk.finding_documentsLate',
  quorumLow: 'desk.finding_quorumLow',
  quorumUnconfirmed: 'desk.finding_quorumUnconfirmed',
  absencesUndecided: 'desk.finding_absencesUndecided',
  itemsLeft: 'desk.finding_itemsLeft',
  tooShort: 'desk.finding_tooShort',
  AGENDA_IN_PERSON_ONLY: 'desk.finding_AGENDA_IN_PERSON_ONLY',
} as const satisfies Partial<Record<Finding['code'], MessageKey>>

export function findingWords(t: Translate, { code, params }: Finding, form: MeetingForm | undefined): string {
  if (code === 'AGENDA_IN_PERSON_ONLY' && form === 'online') return t('desk.in_person_online', params)
  return code in sentences ? t(sentences[code as keyof typeof sentences], params) : ''
}
