// Shown out by the chair: who asked, why, and the way back in once the chair lets the person in again.
import type { Removal } from '@hoi-truong/shared/attendance'
import { formatTime } from '@hoi-truong/shared/i18n'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { useMeetingState } from '../hooks/useMeetingState.ts'
import classes from './Room.module.css'

export interface ShownOutProps {
  /** Null once the chair has let the person in again. */
  removal: Removal | null
  onBackIn(): void
}

export function ShownOut({ removal, onBackIn }: ShownOutProps) {
  const { t, language } = useWords()
  const { meeting } = useMeetingState()
  if (!removal)
    return (
      <main className={classes.ended} data-testid="readmitted">
        <PageHeading>{t('floor.back')}</PageHeading>
        <Notice tone="good" urgent>
          <p>{t('floor.back_lead')}</p>
        </Notice>
        <Button size="xl" leftSection={<IconDoorEnter aria-hidden />} onClick={onBackIn} data-testid="back-in">
          {t('room.back_in')}
        </Button>
        <Button component={Link} to="/" size="lg" variant="default">
          {t('common.back')}
        </Button>
      </main>
    )
  const name = findInRoll(meeting, removal.by ?? '')?.name ?? ''
  return (
    <main className={classes.ended} data-testid="shown-out">
      <PageHeading>{t('floor.out')}</PageHeading>
      <Notice tone="trouble">
        <p>{t('floor.out_by', { name, time: formatTime(removal.at, language) })}</p>
        <p>
          <strong data-testid="shown-out-reason">{t('floor.out_reason', { reason: removal.reason })}</strong>
        </p>
      </Notice>
      <p>{t('floor.out_advice')}</p>
      <Button component={Link} to="/" size="lg" variant="default">
        {t('common.back')}
      </Button>
    </main>
  )
}
