// The one question of the room: everybody feels the closing. What is still open is said once more.
import { rulesOf } from '@hoi-truong/shared/attendance'
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useMeetingMinute, useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import { findingWords } from '../findingWords.ts'
import { closingFindings } from '../nextStep.ts'

/** The ids of the questions that tests ask for by name. */
const testIds: Partial<Record<string, string>> = {
  tooShort: 'meeting-close-too-short',
  itemsLeft: 'meeting-close-items-left',
}

export interface ClosingDialogProps {
  opened: boolean
  onClose(): void
  onConfirm(): void
}

export function ClosingDialog({ opened, onClose, onConfirm }: ClosingDialogProps) {
  const { t } = useWords()
  const state = useMeetingState()
  const call = useRollCall()
  const now = useMeetingMinute()
  const findings = opened ? closingFindings(state, call, now) : []
  return (
    <Dialog opened={opened} onClose={onClose} title={t('room.close_title')}>
      <p>{t('room.close_lead', { minutes: rulesOf(state.meeting).reopenMinutes })}</p>
      {findings.map((finding) => (
        <Notice key={finding.code} tone="trouble" data-testid={testIds[finding.code] ?? 'meeting-close-finding'}>
          <p>{findingWords(t, finding, state.meeting.plan?.form)}</p>
        </Notice>
      ))}
      <Button size="lg" onClick={onConfirm} data-testid="meeting-close-confirm">
        {t('room.close_confirm')}
      </Button>
      <Button size="lg" variant="default" onClick={onClose} data-autofocus data-testid="meeting-close-cancel">
        {t('common.cancel')}
      </Button>
    </Dialog>
  )
}
