// The frame of each form: what it means for meetings, the fields, one button, and what went wrong.
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { Values } from './checkCommand.ts'
import classes from './Forms.module.css'
import type { CommandFormState } from './useCommandForm.ts'

export interface CommandFormProps<V extends Values> {
  form: CommandFormState<V>
  means: string
  submit?: string
  children?: React.ReactNode
}

export function CommandForm<V extends Values>({ form, means, submit, children }: CommandFormProps<V>) {
  const { t } = useWords()
  const { problem, sending } = form
  return (
    // Our own words at each field, not the browser's in its language.
    <form className={classes.form} noValidate onSubmit={(event) => void form.submit(event)} data-testid="member-form">
      {children}
      <p className={classes.means} data-testid="member-form-means">
        {means}
      </p>
      {problem && (
        <Notice tone="trouble" urgent title={t('members.refused')} data-testid="member-form-refused">
          <p>{t(...sentenceOf(problem))}</p>
        </Notice>
      )}
      {sending === 'waiting' && (
        <Notice tone="info" data-testid="member-form-waiting">
          <p>{t('members.waiting')}</p>
        </Notice>
      )}
      <Button type="submit" size="lg" aria-disabled={sending !== 'no'} data-testid="member-form-submit">
        {sending === 'no' ? (submit ?? t('members.save')) : t('members.sending')}
      </Button>
    </form>
  )
}
