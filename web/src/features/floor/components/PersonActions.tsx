// At a name among the people, for the chair: call to speak, switch the sound off, show out, let in again.
import { openInterval } from '@hoi-truong/shared/attendance'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import classes from './Floor.module.css'
import { PersonFloorDialog } from './PersonFloorDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'

export interface PersonActionsProps {
  memberId: string
  command: RoomCommand
}

export function PersonActions({ memberId, command }: PersonActionsProps) {
  const { t } = useWords()
  const { meeting, attendance } = useMeetingState()
  const [asked, setAsked] = useState<'never' | 'nothing' | 'floor' | 'removal'>('never')
  const name = findInRoll(meeting, memberId)?.name ?? ''
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setAsked('nothing')
    // One dialog may have followed another, which forgets where it all began.
    button.current?.focus()
  }
  if (memberId === meeting.chairId || (meeting.status !== 'open' && meeting.status !== 'announced')) return null
  if (attendance.removed[memberId])
    return (
      <>
        <span className={classes.removed}>{t('floor.removed')}</span>
        <button
          type="button"
          className={classes.personButton}
          disabled={command.busy}
          aria-label={t('floor.act_on', { act: t('floor.readmit'), name })}
          onClick={firstClick(() => void command.run('attendance.readmit', { memberId }))}
          data-testid="person-readmit"
        >
          {t('floor.readmit')}
        </button>
      </>
    )
  const here = openInterval(attendance, memberId) !== undefined || attendance.companions[memberId] === true
  if (!here) return null
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.personButton}
        aria-label={t('floor.act_on', { act: t('floor.person'), name })}
        onClick={firstClick(() => setAsked('floor'))}
        data-testid="person-floor"
      >
        {t('floor.person')}
      </button>
      {/* A whole roll of closed dialogs would be a burden. */}
      {asked !== 'never' && (
        <>
          <PersonFloorDialog
            opened={asked === 'floor'}
            memberId={memberId}
            command={command}
            onRemove={() => setAsked('removal')}
            onClose={close}
          />
          <RemoveDialog opened={asked === 'removal'} memberId={memberId} command={command} onClose={close} />
        </>
      )}
    </>
  )
}
