// In the room's bar, for the chair: one large button that does the next thing and says which; closing before the end is a smaller one.
import { IconAlertTriangle, IconPlayerPlay, IconPlayerTrackNext, IconSquareCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { titleOf } from '../../agenda/room/titleOf.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { findingWords } from '../findingWords.ts'
import { useNextStep } from '../hooks/useNextStep.ts'
import { ClosingDialog } from './ClosingDialog.tsx'
import classes from './Desk.module.css'

export interface ChairControlsProps {
  command: RoomCommand
  deskShown: boolean
  onDesk(): void
}

export function ChairControls({ command, deskShown, onDesk }: ChairControlsProps) {
  const { t } = useWords()
  const { meeting, agenda } = useMeetingState()
  const planned = useNextStep()
  const [closing, setClosing] = useState(false)
  if (!planned) return null
  const { step, findings, blocked } = planned
  const reason = findings.find(({ blocks }) => blocks)
  const warnings = findings.filter(({ blocks }) => !blocks).length
  const closeButton = (
    <button
      type="button"
      className={step.kind === 'close' ? classes.next : classes.close}
      disabled={command.busy}
      onClick={firstClick(() => setClosing(true))}
      data-testid="meeting-close"
    >
      <IconSquareCheck aria-hidden />
      {t(step.kind === 'close' ? 'meeting.adjourn' : 'room.close_confirm')}
    </button>
  )
  return (
    <div className={classes.controls}>
      {reason && (
        <p className={classes.blocked} id="step-blocked" role="status" data-testid="step-blocked">
          <IconAlertTriangle aria-hidden />
          {findingWords(t, reason, meeting.plan?.form)}
        </p>
      )}
      {warnings > 0 && !deskShown && (
        <button type="button" className={classes.hint} onClick={onDesk} data-testid="step-warnings">
          <IconAlertTriangle aria-hidden />
          {t('desk.missing_count', { count: warnings })}
        </button>
      )}
      <div className={classes.buttons}>
        {step.kind === 'open' && (
          <button
            type="button"
            className={classes.next}
            disabled={command.busy || blocked}
            onClick={firstClick(() => void command.run('meeting.open'))}
            data-testid="meeting-open"
          >
            <IconPlayerPlay aria-hidden />
            {t('meeting.open')}
          </button>
        )}
        {step.kind === 'start' && (
          <button
            type="button"
            className={classes.next}
            disabled={command.busy || blocked}
            aria-describedby={reason ? 'step-blocked' : undefined}
            onClick={firstClick(() => void command.run('agenda.start', { itemId: step.item.itemId }))}
            data-testid="agenda-next"
            data-item-id={step.item.itemId}
          >
            <IconPlayerTrackNext aria-hidden />
            <span className={classes.clamp}>{t('desk.go_on', { title: titleOf(agenda.items, step.item) })}</span>
          </button>
        )}
        {meeting.status === 'open' && closeButton}
      </div>
      <ClosingDialog
        opened={closing}
        onClose={() => setClosing(false)}
        onConfirm={() => {
          setClosing(false)
          void command.run('meeting.close')
        }}
      />
    </div>
  )
}
