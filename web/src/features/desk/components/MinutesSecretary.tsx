// Who writes the minutes, and the way to name somebody else. While nobody is named, that stands among what is missing.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import classes from './Desk.module.css'
import { PersonChoice } from './PersonChoice.tsx'

export function MinutesSecretary({ command, current }: { command: RoomCommand; current: string | null }) {
  const { t } = useWords()
  const { members } = useRollCall()
  const [changing, setChanging] = useState(false)
  if (current === null) return null
  const name = async (memberId: string) => {
    if (await command.run('meeting.nameMinutesSecretary', { memberId })) setChanging(false)
  }
  return (
    <>
      <p className={classes.line} data-testid="minutes-secretary">
        {t('desk.minutes_secretary_is', { name: current })}
      </p>
      {changing ? (
        <PersonChoice
          label={t('desk.minutes_secretary')}
          people={members.filter(({ entry }) => entry.status !== 'suspended')}
          confirm={t('desk.name_secretary')}
          busy={command.busy}
          onChosen={(memberId) => void name(memberId)}
          testIds={{ select: 'secretary-select', confirm: 'secretary-name' }}
        />
      ) : (
        <Button variant="default" size="md" onClick={() => setChanging(true)} data-testid="secretary-change">
          {t('desk.change_secretary')}
        </Button>
      )}
    </>
  )
}
