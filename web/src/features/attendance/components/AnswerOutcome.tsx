// What became of an answer given here: on its way, waiting for the network, taken, taken late, refused.
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { useOnline } from '../../../lib/useOnline.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { OutboxItem } from '../../outbox/outbox.ts'
import classes from './Absence.module.css'

export interface AnswerOutcomeProps {
  item: OutboxItem
  onPutAway(): void
}

export function AnswerOutcome(props: AnswerOutcomeProps) {
  return props.item.type === 'attendance.answer' ? <AttendingOutcome {...props} /> : <AbsenceOutcome {...props} />
}

function AttendingOutcome({ item, onPutAway }: AnswerOutcomeProps) {
  const { t } = useWords()
  const online = useOnline()
  if (item.refusal) {
    return (
      <Notice tone="trouble" urgent title={t('answer.refused')} data-testid="answer-refused">
        <p>{t(...sentenceOf(item.refusal))}</p>
        <Button variant="default" size="md" onClick={onPutAway} data-testid="answer-put-away">
          {t('answer.put_away')}
        </Button>
      </Notice>
    )
  }
  if (item.taken) {
    return (
      <Notice tone="good" data-testid="answer-known" data-answer="attending">
        <p>{t('answer.attending')}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="info" data-testid="answer-waiting">
      <p>{t(item.tried || !online ? 'answer.waiting' : 'answer.sending')}</p>
    </Notice>
  )
}

function AbsenceOutcome({ item, onPutAway }: AnswerOutcomeProps) {
  const { t } = useWords()
  const online = useOnline()
  if (item.refusal) {
    return (
      <Notice tone="trouble" urgent title={t('absence.refused')} data-testid="absence-refused">
        <p>{t(...sentenceOf(item.refusal))}</p>
        <p>{t('absence.your_text')}</p>
        <p className={classes.quote}>{(item.payload as { reason: string }).reason}</p>
        <Button variant="default" size="md" onClick={onPutAway} data-testid="absence-put-away">
          {t('absence.put_away')}
        </Button>
      </Notice>
    )
  }
  if (item.taken) {
    const late = item.taken.streamId !== item.streamId
    return (
      <Notice tone="good" data-testid="absence-sent">
        <p>{t(late ? 'absence.sent_late' : 'absence.sent')}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="info" data-testid="absence-waiting">
      <p>{t(item.tried || !online ? 'absence.waiting' : 'absence.sending')}</p>
    </Notice>
  )
}
