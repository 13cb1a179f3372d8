// The one form that is open about a member.
import type { MemberView, OfficeTerm, Standing } from '@hoi-truong/shared/organization'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { type Translate, useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { OfficialForm, ProbationaryForm } from '../forms/CategoryForm.tsx'
import { EndingForm } from '../forms/EndingForm.tsx'
import { OfficeForm } from '../forms/OfficeForm.tsx'
import { StandingForm } from '../forms/StandingForm.tsx'
import { TransferForm } from '../forms/TransferForm.tsx'
import { officeWords, standingWords } from '../words.ts'

export type MemberTask =
  | { what: 'standing' | 'official' | 'probationary' | 'office' | 'transfer' | 'endTemporary' }
  | { what: 'endStanding'; standing: Standing }
  | { what: 'endOffice'; term: OfficeTerm }

export interface MemberDialogProps {
  organizationId: string
  member: MemberView
  rules: RuleSet
  task: MemberTask | null
  onClose(): void
  onDone(): void
}

export function MemberDialog({ organizationId, member, rules, task, onClose, onDone }: MemberDialogProps) {
  const { t } = useWords()
  return (
    <Dialog opened={task !== null} onClose={onClose} title={task ? `${titleOf(t, task)}: ${member.name}` : ''}>
      {task && formOf(t, task, { organizationId, member, rules, onDone })}
    </Dialog>
  )
}

function titleOf(t: Translate, task: MemberTask): string {
  switch (task.what) {
    case 'standing':
      return t('members.set_standing')
    case 'official':
      return t('members.make_official')
    case 'probationary':
      return t('members.undo_official')
    case 'office':
      return t('members.assign_office')
    case 'transfer':
      return t('members.transfer_out')
    case 'endTemporary':
      return t('members.end_temporary')
    case 'endStanding':
      return t('members.end_of', { what: t(standingWords[task.standing.kind]) })
    case 'endOffice':
      return t('members.end_of', { what: t(officeWords[task.term.office]) })
  }
}

function formOf(t: Translate, task: MemberTask, props: Omit<MemberDialogProps, 'task' | 'onClose'>) {
  const { memberId, name, membership } = props.member
  switch (task.what) {
    case 'standing':
      return <StandingForm {...props} />
    case 'official':
      return <OfficialForm {...props} />
    case 'probationary':
      return <ProbationaryForm {...props} />
    case 'office':
      return <OfficeForm {...props} />
    case 'transfer':
      return <TransferForm {...props} />
    case 'endTemporary':
      return (
        <EndingForm
          {...props}
          from={membership.from}
          to={membership.to}
          means={t('members.end_temporary_means', { name })}
          command={(to) => ({ type: 'member.endTemporary', payload: { memberId, to } })}
        />
      )
    case 'endStanding': {
      const { kind, from, to } = task.standing
      return (
        <EndingForm
          {...props}
          from={from}
          to={to}
          means={t('members.end_standing_means', { name })}
          command={(last) => ({ type: 'member.endStanding', payload: { memberId, kind, from, to: last } })}
        />
      )
    }
    case 'endOffice': {
      const { office, from, to } = task.term
      return (
        <EndingForm
          {...props}
          from={from}
          to={to}
          means={t('members.end_office_means', { name })}
          command={(last) => ({ type: 'member.endOffice', payload: { memberId, office, from, to: last } })}
        />
      )
    }
  }
}
