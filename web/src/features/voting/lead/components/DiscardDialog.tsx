// Bỏ: what was prepared and never opened.
import type { Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import type { RoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'

export interface DiscardDialogProps {
  poll: Poll
  command: RoomCommand
  onClose(): void
}

export function DiscardDialog({ poll, command, onClose }: DiscardDialogProps) {
  const { t } = useWords()
  const { pollId, title } = poll.question
  const discard = async () => {
    if (await command.run('voting.discard', { pollId })) onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={t('polling.discard_title')}>
      <p>{t('polling.discard_lead', { title })}</p>
      {command.refusal && <ProblemNotice problem={command.refusal} data-testid="poll-discard-refused" />}
      <Button size="lg" disabled={command.busy} onClick={() => void discard()} data-testid="poll-discard-confirm">
        {t('polling.discard_confirm')}
      </Button>
      <Button size="lg" variant="default" onClick={onClose} data-autofocus data-testid="poll-discard-back">
        {t('polling.back')}
      </Button>
    </Dialog>
  )
}
