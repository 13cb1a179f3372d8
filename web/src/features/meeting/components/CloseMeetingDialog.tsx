// The one question of the room: closing cannot be undone.
import { Button, Modal } from '@mantine/core'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import classes from './Room.module.css'

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
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('room.close_title')}
      centered
      closeButtonProps={{ 'aria-label': t('common.close'), size: 'xl' }}
      classNames={{ title: classes.dialogTitle }}
    >
      <div className={classes.dialogBody}>
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
      </div>
    </Modal>
  )
}
