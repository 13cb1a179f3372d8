// Bàn giao chủ trì: to an official member who is there.
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { PersonChoice } from './PersonChoice.tsx'

export interface HandOverDialogProps {
  opened: boolean
  command: RoomCommand
  onClose(): void
}

export function HandOverDialog({ opened, command, onClose }: HandOverDialogProps) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const { members } = useRollCall()
  const people = members.filter(
    ({ entry, presence }) =>
      (presence === 'present' || presence === 'watching') &&
      entry.category === 'official' &&
      entry.status !== 'suspended' &&
      entry.memberId !== meeting.chairId,
  )
  const handOver = async (memberId: string) => {
    onClose()
    await command.run('meeting.handOverChair', { memberId })
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={t('desk.hand_over')}>
      <p>{t(people.length > 0 ? 'desk.hand_over_lead' : 'desk.hand_over_nobody')}</p>
      {people.length > 0 && (
        <PersonChoice
          label={t('desk.hand_over')}
          people={people}
          confirm={t('desk.hand_over_confirm')}
          busy={command.busy}
          onChosen={(memberId) => void handOver(memberId)}
          testIds={{ select: 'hand-over-select', confirm: 'hand-over-confirm' }}
        />
      )}
    </Dialog>
  )
}
