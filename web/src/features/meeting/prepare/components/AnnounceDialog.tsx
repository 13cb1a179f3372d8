// The one question before the notice goes out: to whom, and for when.
import { formatDateTime, formatMonth } from '@hoi-truong/shared/i18n'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import type { Preparation } from '@hoi-truong/shared/protocol'
import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { firstClick } from '../../../../ui/firstClick.ts'
import { kindWords } from '../../words.ts'
import { mayServe } from '../firstPlan.ts'
import classes from './Prepare.module.css'

export interface AnnounceDialogProps {
  plan: MeetingPlan | null
  preparation: Preparation
  opened: boolean
  onClose(): void
  onConfirm(): void
}

export function AnnounceDialog({ plan, preparation, opened, onClose, onConfirm }: AnnounceDialogProps) {
  const { t, language } = useWords()
  if (!plan) return null
  const committee = plan.kind === 'committee'
  const summoned = preparation.members.filter((entry) => mayServe(entry) && (!committee || entry.office !== 'member'))
  const what = t('meetings.kind_month', { kind: t(kindWords[plan.kind]), month: formatMonth(plan.month) })
  return (
    <Dialog opened={opened} onClose={onClose} title={t('prepare.confirm_title')}>
      <p className={classes.strong}>
        {t('prepare.confirm_when', { what, when: formatDateTime(plan.plannedStart, language) })}
      </p>
      <p>
        {committee
          ? t('prepare.confirm_to_committee', { members: summoned.length })
          : t('prepare.confirm_to_branch', { members: summoned.length, branch: preparation.organizationName })}
        {plan.guests.length > 0 && ` ${t('prepare.confirm_guests', { count: plan.guests.length })}`}
      </p>
      <p className={classes.soft}>{t('prepare.confirm_at_once')}</p>
      <div className={classes.dialogButtons}>
        <Button size="md" variant="default" onClick={onClose} data-testid="announce-cancel">
          {t('common.cancel')}
        </Button>
        <Button
          size="md"
          leftSection={<IconSend aria-hidden />}
          onClick={firstClick(onConfirm)}
          data-autofocus
          data-testid="announce-confirm"
        >
          {t('prepare.confirm_yes')}
        </Button>
      </div>
    </Dialog>
  )
}
