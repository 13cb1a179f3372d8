// The one question that is open about a member's account: khóa, mở khóa, cấp lại.
import type { Slips } from '@hoi-truong/shared/account'
import { useWords } from '../../../i18n/index.ts'
import { slipsAsker, useAskAgainForAccounts } from '../api/branchAccounts.ts'
import { useAccountCommand } from '../hooks/useAccountCommand.ts'
import { useSending } from '../hooks/useSending.ts'
import type { AccountLine } from './findAccounts.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

export interface AccountTask {
  what: 'lock' | 'unlock' | 'reset'
  member: AccountLine
}

export interface AccountDialogProps {
  organizationId: string
  task: AccountTask
  onClose(): void
  /** Told what was done, in a sentence. */
  onDone(sentence: string): void
  onSlips(slips: Slips): void
}

export function AccountDialog({ task, ...props }: AccountDialogProps) {
  if (task.what === 'reset') return <ResetDialog member={task.member} {...props} />
  return <LockDialog member={task.member} locks={task.what === 'lock'} {...props} />
}

type PartProps = Omit<AccountDialogProps, 'task'> & { member: AccountLine }

function LockDialog({ organizationId, member, locks, onClose, onDone }: PartProps & { locks: boolean }) {
  const { t } = useWords()
  const { sending, problem, give } = useAccountCommand(organizationId)
  const { memberId, name } = member
  const confirm = async (reason: string) => {
    const taken = locks ? await give('account.lock', { memberId, reason }) : await give('account.unlock', { memberId })
    if (taken) onDone(t(locks ? 'account.locked_done' : 'account.unlocked_done', { name }))
  }
  return (
    <ReasonDialog
      title={t(locks ? 'account.lock_title' : 'account.unlock_title', { name })}
      means={t(locks ? 'account.lock_means' : 'account.unlock_means')}
      confirm={t(locks ? 'account.lock_confirm' : 'account.unlock_confirm')}
      {...(locks ? { reasonHint: t('account.reason_lock_hint') } : {})}
      sending={sending}
      problem={problem}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
      testId={locks ? 'account-lock' : 'account-unlock'}
    />
  )
}

function ResetDialog({ organizationId, member, onClose, onSlips }: PartProps) {
  const { t } = useWords()
  const { sending, problem, send } = useSending()
  const askAgain = useAskAgainForAccounts(organizationId)
  const confirm = async () => {
    const made = await send(slipsAsker(organizationId, { memberIds: [member.memberId], reset: true }))
    void askAgain()
    if (made) onSlips(made.answer)
  }
  return (
    <ReasonDialog
      title={t('account.reset_title', { name: member.name })}
      means={t('account.reset_means')}
      confirm={t('account.reset_confirm')}
      sending={sending}
      problem={problem}
      onConfirm={() => void confirm()}
      onClose={onClose}
      testId="account-reset"
    />
  )
}
