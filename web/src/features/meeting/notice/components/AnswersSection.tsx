// The answers so far: counts for everybody, names and reasons for the committee, who decide on absences and write down what was
// telephoned.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { formatCount } from '@hoi-truong/shared/i18n'
import { type MeetingRole, may } from '@hoi-truong/shared/permissions'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { Button } from '@mantine/core'
import { IconCheck, IconPhone, IconX } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { lazyWithWords } from '../../../../i18n/lazyWithWords.ts'
import { PlainButton } from '../../../../ui/PlainButton.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { type Answer, answersOf } from '../answers.ts'
import { useMeetingCommand } from '../useMeetingCommand.ts'
import classes from './Notice.module.css'

const AbsenceByPhone = lazyWithWords(
  ['notice'],
  () => import('./AbsenceByPhone.tsx').then((part) => part.AbsenceByPhone),
  { keepTrying: true },
)

export interface AnswersSectionProps {
  meetingId: string
  state: MeetingStreamState
  /** May read names and reasons. */
  bureau: boolean
  roles: readonly MeetingRole[]
}

const decisionWords = {
  absencePending: 'notice.pending',
  absenceAccepted: 'notice.accepted',
  absenceRefused: 'notice.refused',
} as const satisfies Partial<Record<Answer['answer'], MessageKey>>

export function AnswersSection({ meetingId, state, bureau, roles }: AnswersSectionProps) {
  const { t, language } = useWords()
  const { meeting, attendance } = state.everyone
  const { expected, coming, absent, waiting } = answersOf(meeting, attendance, state.bureau.attendance)
  const command = useMeetingCommand(meetingId)
  const [phoned, setPhoned] = useState<Answer | null>(null)
  const figures: [string, string, number][] = [
    ['expected', t('notice.expected'), expected],
    ['coming', t('notice.will_attend'), coming.length],
    ['absent', t('notice.absent'), absent.length],
    ['waiting', t('notice.unanswered'), waiting.length],
  ]
  const mayRecord = may(roles, 'attendance.recordAbsence')
  return (
    <section className={classes.answers} aria-labelledby="notice-answers" data-testid="notice-answers">
      <h2 id="notice-answers">{t('notice.answers')}</h2>
      <dl className={classes.figures}>
        {figures.map(([id, name, count]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd data-testid={`answers-${id}`}>{formatCount(count, language)}</dd>
          </div>
        ))}
      </dl>
      {command.problem && <ProblemNotice problem={command.problem} />}
      {bureau && (
        <>
          {absent.length > 0 && (
            <ul className={classes.people}>
              {absent.map((answer) => (
                <AbsenceLine
                  key={answer.entry.memberId}
                  answer={answer}
                  mayDecide={may(roles, 'attendance.decideAbsence')}
                  busy={command.busy}
                  onDecide={(accepted) =>
                    void command.run('attendance.decideAbsence', { memberId: answer.entry.memberId, accepted })
                  }
                />
              ))}
            </ul>
          )}
          {waiting.length > 0 && (
            <details className={classes.list}>
              <summary data-testid="answers-show-waiting">
                {t('notice.show_waiting', { count: waiting.length })}
              </summary>
              <ul className={classes.people}>
                {waiting.map((answer) => (
                  <li key={answer.entry.memberId} data-testid="answer-waiting-row">
                    <strong>{answer.entry.name}</strong>
                    {mayRecord && (
                      <PlainButton
                        onClick={() => setPhoned(answer)}
                        aria-label={t('notice.record_absence_of', { name: answer.entry.name })}
                        data-testid="record-absence"
                      >
                        <IconPhone aria-hidden />
                        {t('notice.record_absence')}
                      </PlainButton>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {coming.length > 0 && (
            <details className={classes.list}>
              <summary data-testid="answers-show-coming">{t('notice.show_coming', { count: coming.length })}</summary>
              <ul className={classes.people}>
                {coming.map(({ entry }) => (
                  <li key={entry.memberId} data-testid="answer-coming-row">
                    <strong>{entry.name}</strong>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <Suspense fallback={null}>
        {phoned && (
          <AbsenceByPhone
            entry={phoned.entry}
            busy={command.busy}
            problem={command.problem}
            onClose={() => setPhoned(null)}
            onRecord={async (reason) => {
              const done = await command.run('attendance.recordAbsence', { memberId: phoned.entry.memberId, reason })
              if (done) setPhoned(null)
            }}
          />
        )}
      </Suspense>
    </section>
  )
}

interface AbsenceLineProps {
  answer: Answer
  mayDecide: boolean
  busy: boolean
  onDecide(accepted: boolean): void
}

function AbsenceLine({ answer: { entry, answer, reason }, mayDecide, busy, onDecide }: AbsenceLineProps) {
  const { t } = useWords()
  const { name } = entry
  const decision = decisionWords[answer as keyof typeof decisionWords]
  return (
    <li data-testid="answer-absent-row" data-member-id={entry.memberId} data-answer={answer}>
      <div>
        <strong>{name}</strong>
        <span className={classes.decision} data-answer={answer}>
          {t(decision)}
        </span>
        {reason !== null && <p>{t('notice.reason_of', { reason })}</p>}
      </div>
      {mayDecide && (
        <div className={classes.decide}>
          <Button
            size="md"
            variant={answer === 'absenceAccepted' ? 'filled' : 'default'}
            aria-pressed={answer === 'absenceAccepted'}
            aria-label={t('notice.accept_of', { name })}
            leftSection={<IconCheck aria-hidden />}
            disabled={busy}
            onClick={() => onDecide(true)}
            data-testid="absence-accept"
          >
            {t('notice.accept')}
          </Button>
          <Button
            size="md"
            variant={answer === 'absenceRefused' ? 'filled' : 'default'}
            aria-pressed={answer === 'absenceRefused'}
            aria-label={t('notice.refuse_of', { name })}
            leftSection={<IconX aria-hidden />}
            disabled={busy}
            onClick={() => onDecide(false)}
            data-testid="absence-refuse"
          >
            {t('notice.refuse')}
          </Button>
        </div>
      )}
    </li>
  )
}
