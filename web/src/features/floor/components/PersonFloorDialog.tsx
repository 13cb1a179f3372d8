// What the chair can do about one person's voice.
import { hasDevice } from '@hoi-truong/shared/attendance'
import { currentSpeech } from '@hoi-truong/shared/floor'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconDoorExit, IconMicrophoneOff, IconSpeakerphone, IconSquareCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { grantNow } from '../grantNow.ts'
import classes from './Floor.module.css'

export interface PersonFloorDialogProps {
  opened: boolean
  memberId: string
  command: RoomCommand
  onRemove(): void
  onClose(): void
}

export function PersonFloorDialog({ opened, memberId, command, onRemove, onClose }: PersonFloorDialogProps) {
  const { t } = useWords()
  const { meeting, attendance, floor } = useMeetingState()
  const [muted, setMuted] = useState(false)
  const name = findInRoll(meeting, memberId)?.name ?? ''
  const speech = currentSpeech(floor)
  const { busy, run, refusal, dismiss } = command
  const close = () => {
    setMuted(false)
    onClose()
  }
  const thenClose = async (done: Promise<boolean>) => {
    if (await done) close()
  }
  return (
    <Dialog opened={opened} onClose={close} title={t('floor.person_of', { name })}>
      {opened && refusal && <ProblemNotice problem={refusal} data-testid="person-floor-refused" />}
      {meeting.status === 'open' &&
        (speech?.memberId === memberId ? (
          <Button
            size="lg"
            disabled={busy}
            leftSection={<IconSquareCheck aria-hidden />}
            onClick={() => void thenClose(run('floor.end', { speechId: speech.speechId }))}
            data-testid="person-end"
          >
            {t('speech.end_turn')}
          </Button>
        ) : (
          <Button
            size="lg"
            disabled={busy}
            leftSection={<IconSpeakerphone aria-hidden />}
            onClick={() => void thenClose(run('floor.grant', grantNow(memberId)))}
            data-testid="person-call"
          >
            {t('speech.give_floor')}
          </Button>
        ))}
      {hasDevice(attendance, memberId) && (
        <Button
          size="lg"
          variant="default"
          disabled={busy}
          leftSection={<IconMicrophoneOff aria-hidden />}
          onClick={async () => setMuted(await run('floor.silence', { memberIds: [memberId] }))}
          data-testid="person-mute"
        >
          {t('floor.mute_one')}
        </Button>
      )}
      <p role="status" className={classes.done}>
        {muted && t('floor.muted_one')}
      </p>
      <Button
        size="lg"
        variant="default"
        leftSection={<IconDoorExit aria-hidden />}
        onClick={() => {
          dismiss()
          onRemove()
        }}
        data-testid="person-remove"
      >
        {t('floor.remove')}
      </Button>
    </Dialog>
  )
}
