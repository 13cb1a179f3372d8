// Calls somebody who has not raised a hand: everybody who is there, by name.
import { currentSpeech } from '@hoi-truong/shared/floor'
import { Button, NativeSelect } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { compareInRoll } from '../../attendance/rollOrder.ts'
import { useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import classes from './Floor.module.css'

export interface InviteByNameProps {
  busy: boolean
  /** True when it took effect. */
  onCall(memberId: string): Promise<boolean>
}

export function InviteByName({ busy, onCall }: InviteByNameProps) {
  const { t } = useWords()
  const { meeting, floor } = useMeetingState()
  const { members, followers, guests } = useRollCall()
  const [shown, setShown] = useState(false)
  const [chosen, setChosen] = useState('')
  const speaker = currentSpeech(floor)?.memberId
  const there = [...members.toSorted((a, b) => compareInRoll(a.entry, b.entry)), ...followers, ...guests].filter(
    ({ entry, presence }) =>
      (presence === 'present' || presence === 'watching') &&
      entry.memberId !== meeting.chairId &&
      entry.memberId !== speaker,
  )
  // Whoever has left meanwhile can no longer be called.
  const memberId = there.some(({ entry }) => entry.memberId === chosen) ? chosen : ''
  const call = async () => {
    if (!(await onCall(memberId))) return
    setChosen('')
    setShown(false)
  }
  return shown ? (
    <form
      className={classes.invite}
      onSubmit={(event) => {
        event.preventDefault()
        if (memberId !== '') void call()
      }}
    >
      <NativeSelect
        size="lg"
        label={t('floor.invite_other')}
        autoFocus
        value={memberId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data-testid="invite-select"
      >
        <option value="">{t('floor.choose')}</option>
        {there.map(({ entry }) => (
          <option key={entry.memberId} value={entry.memberId}>
            {entry.name}
          </option>
        ))}
      </NativeSelect>
      <Button type="submit" size="lg" disabled={busy || memberId === ''} data-testid="invite-call">
        {t('speech.give_floor')}
      </Button>
    </form>
  ) : (
    <Button
      size="md"
      variant="default"
      leftSection={<IconUserPlus aria-hidden />}
      onClick={() => setShown(true)}
      data-testid="invite-other"
    >
      {t('floor.invite_other')}
    </Button>
  )
}
