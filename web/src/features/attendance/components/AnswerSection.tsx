// Answering the notice: two buttons, what was answered, what chi ủy said to it. The answer can be changed until the meeting is over.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { MeetingStatus } from '@hoi-truong/shared/meeting'
import { type MeetingRole, may } from '@hoi-truong/shared/permissions'
import type { InvitationAnswer } from '@hoi-truong/shared/protocol'
import { Button } from '@mantine/core'
import { IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useAnswer } from '../hooks/useAnswer.ts'
import classes from './Absence.module.css'
import { AnswerOutcome } from './AnswerOutcome.tsx'

// Not waited for by the page, but there before it is asked for: a notice of absence is written without a network too.
const AbsenceDialog = lazyWithWords(
  ['meetings'],
  () => import('./AbsenceDialog.tsx').then((part) => part.AbsenceDialog),
  {
    keepTrying: true,
  },
)

export interface AnswerSectionProps {
  meetingId: string
  status: MeetingStatus
  roles: readonly MeetingRole[]
  /** As the server knows it, and when it said so (this device's clock in ms). */
  known: InvitationAnswer
  heardAt: number
  /** Something else on the page is more urgent. */
  quiet?: boolean
}

const told = {
  attending: { tone: 'good', words: 'answer.attending' },
  absencePending: { tone: 'info', words: 'answer.absence_pending' },
  absenceAccepted: { tone: 'good', words: 'answer.absence_accepted' },
  absenceRefused: { tone: 'trouble', words: 'answer.absence_refused' },
} as const satisfies Record<Exclude<InvitationAnswer, 'none'>, { tone: string; words: MessageKey }>

export function AnswerSection({ meetingId, status, roles, known, heardAt, quiet = false }: AnswerSectionProps) {
  const { t } = useWords()
  const [reporting, setReporting] = useState(false)
  const answers = useAnswer(meetingId, known, heardAt)
  const { answer, item } = answers
  const before = status === 'announced'
  const mayAttend = before && may(roles, 'attendance.answer') && answer !== 'attending'
  const absent = answer !== 'none' && answer !== 'attending'
  // Once given it is on record; a refusal can be answered by writing another one.
  const mayReport = (before || status === 'open') && may(roles, 'attendance.reportAbsence') && !absent
  const late = item?.taken && item.taken.streamId !== item.streamId
  const meant = item?.type === 'attendance.answer' ? 'attending' : 'absencePending'
  // Until more is known than that it was taken.
  const fresh = item && (!item.taken || late || answer === meant) ? item : null
  if (!mayAttend && !mayReport && !fresh && (answer === 'none' || !(before || status === 'open'))) return null
  return (
    <fieldset className={classes.answer} aria-label={t('answer.title')} data-testid="answer" data-answer={answer}>
      {fresh ? (
        <AnswerOutcome item={fresh} onPutAway={() => answers.putAway(fresh)} />
      ) : answer === 'none' ? (
        <p className={classes.asked}>{t('answer.asked')}</p>
      ) : (
        <Notice tone={told[answer].tone} data-testid={absent ? 'absence-known' : 'answer-known'} data-answer={answer}>
          <p>{t(told[answer].words)}</p>
        </Notice>
      )}
      <div className={classes.buttons}>
        {mayAttend && (
          <Button
            size="lg"
            variant={answer === 'none' && !quiet ? 'filled' : 'default'}
            leftSection={<IconUserCheck aria-hidden />}
            onClick={firstClick(answers.attend)}
            data-testid="answer-attend"
          >
            {t('answer.attend')}
          </Button>
        )}
        {mayReport && (
          <Button
            size="lg"
            variant="default"
            leftSection={<IconUserOff aria-hidden />}
            onClick={firstClick(() => setReporting(true))}
            data-testid="report-absence"
          >
            {t('roll.reason_submit')}
          </Button>
        )}
      </div>
      <Suspense fallback={null}>
        {mayReport && <AbsenceDialog absence={answers} opened={reporting} onClose={() => setReporting(false)} />}
      </Suspense>
    </fieldset>
  )
}
