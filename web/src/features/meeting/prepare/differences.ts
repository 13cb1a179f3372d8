// In which parts two versions of a plan differ, for whoever has to choose between them.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { PlanForm } from './planForm.ts'

const parts: readonly (readonly [MessageKey, readonly (keyof PlanForm)[]])[] = [
  ['prepare.section_time', ['kind', 'day', 'start', 'end']],
  ['prepare.section_form', ['form', 'place', 'approvalNumber', 'approvalDate', 'approvalAuthority']],
  ['prepare.section_officers', ['chairId', 'standInId', 'minutesSecretaryId']],
  ['prepare.section_sites', ['sites']],
  ['agenda.title', ['agenda']],
  ['prepare.section_guests', ['guests']],
  ['prepare.section_documents', ['documentsDay', 'documentsTime']],
]

export const differingParts = (mine: PlanForm, theirs: PlanForm): MessageKey[] =>
  parts
    .filter(([, fields]) => fields.some((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field])))
    .map(([title]) => title)
