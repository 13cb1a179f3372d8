// A choice among the members, those who are there first: for an office in this meeting.
import type { RollLine } from '@hoi-truong/shared/attendance'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { compareInRoll } from '../../attendance/rollOrder.ts'
import classes from './Desk.module.css'

export interface PersonChoiceProps {
  label: string
  people: readonly RollLine[]
  confirm: string
  busy: boolean
  onChosen(memberId: string): void
  testIds: { select: string; confirm: string }
}

export function PersonChoice({ label, people, confirm, busy, onChosen, testIds }: PersonChoiceProps) {
  const { t } = useWords()
  const [memberId, setMemberId] = useState('')
  const sorted = people.toSorted((a, b) => compareInRoll(a.entry, b.entry))
  const groups = [
    { label: t('desk.present_now'), lines: sorted.filter(({ presence }) => presence === 'present') },
    { label: t('desk.not_present'), lines: sorted.filter(({ presence }) => presence !== 'present') },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <form
      className={classes.choice}
      onSubmit={(event) => {
        event.preventDefault()
        if (memberId !== '') onChosen(memberId)
      }}
    >
      <NativeSelect
        size="lg"
        aria-label={label}
        value={memberId}
        onChange={(event) => setMemberId(event.currentTarget.value)}
        data-testid={testIds.select}
      >
        <option value="">{t('desk.choose')}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.lines.map(({ entry }) => (
              <option key={entry.memberId} value={entry.memberId}>
                {entry.name}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      <Button type="submit" size="lg" disabled={busy || memberId === ''} data-testid={testIds.confirm}>
        {confirm}
      </Button>
    </form>
  )
}
