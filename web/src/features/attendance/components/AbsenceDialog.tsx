// Báo vắng: one field, one button. What is typed is kept on the device letter by letter.
import { Button, Textarea } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { useAnswer } from '../hooks/useAnswer.ts'
import classes from './Absence.module.css'

export interface AbsenceDialogProps {
  absence: ReturnType<typeof useAnswer>
  opened: boolean
  onClose(): void
}

export function AbsenceDialog({ absence, opened, onClose }: AbsenceDialogProps) {
  const { t } = useWords()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('absence.title')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (absence.reportAbsence()) onClose()
        }}
      >
        <p>{t('absence.lead')}</p>
        <Textarea
          size="lg"
          rows={4}
          label={t('roll.reason')}
          placeholder={t('absence.placeholder')}
          description={t('absence.kept_draft')}
          value={absence.reason}
          onChange={(event) => absence.setReason(event.currentTarget.value)}
          error={absence.error && t(absence.error)}
          data-autofocus
          data-testid="absence-reason"
        />
        <Button type="submit" size="lg" data-testid="absence-submit">
          {t('roll.reason_submit')}
        </Button>
      </form>
    </Dialog>
  )
}
