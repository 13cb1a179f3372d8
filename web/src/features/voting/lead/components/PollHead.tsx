// A poll in three lines: what it is about, its matter and way, where it stands.
import type { Poll } from '@hoi-truong/shared/voting'
import { useWords } from '../../../../i18n/index.ts'
import { matterWords, stageWords, wayWords } from '../words.ts'
import classes from './Lead.module.css'

export function PollHead({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { question, stage, reason } = poll
  return (
    <>
      <span className={classes.stage} data-stage={stage}>
        {t(stageWords[stage])}
        {question.repeats !== null && ` · ${t('polling.repeat')}`}
      </span>
      <strong className={classes.title} data-testid="poll-card-title">
        {question.title}
      </strong>
      <span className={classes.soft}>
        {t(matterWords[question.matter])} · {t(wayWords[question.method])}
      </span>
      {reason !== null && <span className={classes.soft}>{t('polling.cancelled_because', { reason })}</span>}
    </>
  )
}
