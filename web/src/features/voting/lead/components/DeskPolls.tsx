// On the chair's desk: the votes, above all else that is led from there.
import { useWords } from '../../../../i18n/index.ts'
import classes from './Lead.module.css'
import { PollsOf } from './PollsOf.tsx'

export function DeskPolls() {
  const { t } = useWords()
  return (
    <section className={classes.desk} aria-labelledby="desk-polls" data-testid="desk-polls">
      <h3 id="desk-polls">{t('vote.title')}</h3>
      <PollsOf chairs />
    </section>
  )
}
