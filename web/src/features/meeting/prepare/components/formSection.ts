// What every part of the form is given.
import type { Preparation } from '@hoi-truong/shared/protocol'
import type { FormChange } from '../planDraft.ts'
import type { PlanForm } from '../planForm.ts'

export interface FormSectionProps {
  form: PlanForm
  change(change: FormChange): void
  preparation: Preparation
}
