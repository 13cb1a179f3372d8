// What is missing and what is to be noted before the notice goes out: as sentences, each with the field that it is about.
import { beforeAnnouncing, type Finding, type MeetingPlan } from '@hoi-truong/shared/meeting'
import type { RuleSet } from '@hoi-truong/shared/rules'
import type { Translate } from '../../../i18n/index.ts'
import { fieldOf, gapsOf, type PlanForm } from './planForm.ts'

export interface Shown {
  code: string
  blocks: boolean
  sentence: string
  /** Id of the element to go to. */
  field: string
  /** The item of the order of business to be opened first. */
  itemId?: string | undefined
}

const fields = {
  MEETING_TIMES_WRONG: fieldOf.end,
  MEETING_APPROVAL_MISSING: fieldOf.approval,
  MEETING_PLACE_MISSING: fieldOf.place,
  AGENDA_EMPTY: fieldOf.agenda,
  AGENDA_IN_PERSON_ONLY: fieldOf.form,
  minutesSecretaryMissing: fieldOf.minutesSecretary,
  noticeLate: fieldOf.day,
  documentsMissing: fieldOf.papers,
  documentsLate: fieldOf.papers,
  plannedTooShort: fieldOf.end,
  outsideMeetingDays: fieldOf.day,
} as const satisfies Partial<Record<Finding['code'], string>>
type Known = keyof typeof fields

const isKnown = (code: Finding['code']): code is Known => code in fields

function sentenceOf(code: Known, params: Finding['params'], t: Translate): string {
  switch (code) {
    case 'MEETING_TIMES_WRONG':
    case 'AGENDA_EMPTY':
      return t(`error.${code}`)
    case 'MEETING_APPROVAL_MISSING':
      return t('prepare.block_approval')
    case 'MEETING_PLACE_MISSING':
      return t('prepare.block_place')
    case 'AGENDA_IN_PERSON_ONLY':
      return t('prepare.block_in_person', params)
    default:
      return t(`prepare.warn_${code}`, params)
  }
}

/** @param plan null while the form has gaps @param now ISO 8601, the server's clock */
export function findingsOf(
  form: PlanForm,
  plan: MeetingPlan | null,
  rules: RuleSet,
  now: string,
  t: Translate,
): Shown[] {
  if (plan === null) {
    return gapsOf(form).map(({ code, field }) => ({
      code,
      blocks: true,
      sentence: t(`prepare.gap_${code}`),
      field,
      itemId: code === 'itemUntitled' ? field.slice(fieldOf.item('').length) : undefined,
    }))
  }
  return beforeAnnouncing(plan, rules, now).flatMap(({ code, blocks, params }) =>
    isKnown(code) ? [{ code, blocks, sentence: sentenceOf(code, params, t), field: fields[code] }] : [],
  )
}
