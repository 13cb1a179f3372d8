// Stands wherever a practice meeting is shown: nobody may take it for a real one, nor a real one for practice.
import { IconSchool } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import classes from './StatusTag.module.css'

export function PracticeTag() {
  const { t } = useWords()
  return (
    <strong className={classes.practice} data-testid="practice-tag">
      <IconSchool aria-hidden />
      {t('practice.tag')}
    </strong>
  )
}
