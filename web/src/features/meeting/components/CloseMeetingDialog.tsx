// The one question of the room: closing cannot be undone.
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'

export interface CloseMeetingDialogProps {
  opened: boolean
  /** Less than the rule's minimum has passed. */
  tooShort: boolean
  onClose(): void
  onConfirm(): void
}

export function CloseMeetingDialog({ opened, tooShort, onClose, onConfirm }: CloseMeetingDialogProps) {
  const { t } = useWords()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('room.close_title')}>
      <p>{t('room.close_lead')}</p>
      {tooShort && (
        <Notice tone="trouble" data-testid="meeting-close-too-short">
          <p>{t('meeting.elapsed_warning')}</p>
        </Notice>
      )}
      <Button size="lg" onClick={onConfirm} data-testid="meeting-close-confirm">
        {t('room.close_confirm')}
      </Button>
      <Button size="lg" variant="default" onClick={onClose} data-autofocus data-testid="meeting-close-cancel">
        {t('common.cancel')}
      </Button>
    </Dialog>
  )
}
