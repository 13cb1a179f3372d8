// What can be done to a poll that is prepared, on the desk and on the page that prepares the meeting alike.
import type { Poll } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconEdit, IconTrash } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import classes from './Lead.module.css'

export interface PreparedActionsProps {
  poll: Poll
  onEdit(): void
  onDiscard(): void
}

export function PreparedActions({ poll, onEdit, onDiscard }: PreparedActionsProps) {
  const { t } = useWords()
  const { title } = poll.question
  return (
    <div className={classes.row}>
      <Button
        size="md"
        variant="default"
        leftSection={<IconEdit aria-hidden />}
        aria-label={t('polling.act_on', { act: t('polling.edit'), title })}
        onClick={firstClick(onEdit)}
        data-testid="poll-edit"
      >
        {t('polling.edit')}
      </Button>
      <Button
        size="md"
        variant="default"
        leftSection={<IconTrash aria-hidden />}
        aria-label={t('polling.act_on', { act: t('polling.discard'), title })}
        onClick={firstClick(onDiscard)}
        data-testid="poll-discard"
      >
        {t('polling.discard')}
      </Button>
    </div>
  )
}
