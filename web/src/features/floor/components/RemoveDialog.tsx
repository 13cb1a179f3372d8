// Mời ra khỏi phòng: never without a reason, which the person reads and the log keeps.
import { findInRoll } from '@hoi-truong/shared/meeting'
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'

export interface RemoveDialogProps {
  opened: boolean
  memberId: string
  command: RoomCommand
  onClose(): void
}

export function RemoveDialog({ opened, memberId, command, onClose }: RemoveDialogProps) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const name = findInRoll(meeting, memberId)?.name ?? ''
  const remove = async (event: FormEvent) => {
    event.preventDefault()
    const given = reason.trim()
    setMissing(given === '')
    if (given === '' || !(await command.run('attendance.remove', { memberId, reason: given }))) return
    setReason('')
    onClose()
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={t('floor.remove_of', { name })}>
      <form onSubmit={(event) => void remove(event)} style={{ display: 'contents' }} noValidate>
        <p>{t('floor.remove_lead')}</p>
        {opened && command.refusal && <ProblemNotice problem={command.refusal} data-testid="remove-refused" />}
        <Textarea
          size="lg"
          label={t('floor.remove_reason')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={missing ? t('floor.remove_reason_missing') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
          data-testid="remove-reason"
        />
        <Button type="submit" size="lg" disabled={command.busy} data-testid="remove-confirm">
          {t('floor.remove')}
        </Button>
        <Button size="lg" variant="default" onClick={onClose} data-testid="remove-cancel">
          {t('common.cancel')}
        </Button>
      </form>
    </Dialog>
  )
}
