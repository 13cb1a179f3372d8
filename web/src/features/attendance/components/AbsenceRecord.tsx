// A member's notice of absence: its reason, the committee's answer; or writing down one that was given by telephone.
import type { AttendanceState, NoticesState, RollLine } from '@hoi-truong/shared/attendance'
import { absenceReasonSchema } from '@hoi-truong/shared/attendance'
import { type MeetingRole, may } from '@hoi-truong/shared/permissions'
import type { CommandType } from '@hoi-truong/shared/streams'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { markWords } from '../words.ts'
import classes from './PersonDialog.module.css'

export interface AbsenceRecordProps {
  line: RollLine
  attendance: AttendanceState
  notices: NoticesState
  roles: readonly MeetingRole[]
  busy: boolean
  run(type: CommandType, payload: object): Promise<boolean>
}

export function AbsenceRecord({ line, attendance, notices, roles, busy, run }: AbsenceRecordProps) {
  const { t } = useWords()
  const { memberId } = line.entry
  const absence = attendance.absences[memberId]
  const reason = notices.findLast((notice) => notice.memberId === memberId)?.reason
  if (!absence) {
    const away = line.expected && (line.presence === 'notArrived' || line.presence === 'left')
    return away && may(roles, 'attendance.recordAbsence') ? (
      <AbsenceForm memberId={memberId} busy={busy} run={run} />
    ) : null
  }
  const decide = (accepted: boolean) => void run('attendance.decideAbsence', { memberId, accepted })
  return (
    <section className={classes.part} data-testid="person-absence" data-decision={absence.decision}>
      <h3>{t('rollcall.absence')}</h3>
      {reason !== undefined && <p>{t('rollcall.absence_reason', { reason })}</p>}
      <p>
        <strong>{t(markWords[line.mark])}</strong>
      </p>
      {may(roles, 'attendance.decideAbsence') && (
        <div className={classes.buttons}>
          <Button
            size="md"
            variant={absence.decision === 'accepted' ? 'filled' : 'default'}
            aria-pressed={absence.decision === 'accepted'}
            disabled={busy}
            onClick={() => decide(true)}
            data-testid="absence-accept"
          >
            {t('rollcall.absence_accept')}
          </Button>
          <Button
            size="md"
            variant={absence.decision === 'refused' ? 'filled' : 'default'}
            aria-pressed={absence.decision === 'refused'}
            disabled={busy}
            onClick={() => decide(false)}
            data-testid="absence-refuse"
          >
            {t('rollcall.absence_refuse')}
          </Button>
        </div>
      )}
    </section>
  )
}

function AbsenceForm({ memberId, busy, run }: { memberId: string } & Pick<AbsenceRecordProps, 'busy' | 'run'>) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [incomplete, setIncomplete] = useState(false)
  const submit = async () => {
    const parsed = absenceReasonSchema.safeParse(reason)
    setIncomplete(!parsed.success)
    if (parsed.success) await run('attendance.recordAbsence', { memberId, reason: parsed.data })
  }
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>{t('rollcall.absence_record')}</h3>
      <Textarea
        size="md"
        rows={2}
        label={t('roll.reason')}
        description={t('rollcall.absence_record_lead')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={incomplete && t('rollcall.reason_needed')}
        data-testid="record-absence-reason"
      />
      <Button type="submit" size="md" variant="default" disabled={busy} data-testid="record-absence-submit">
        {t('rollcall.absence_record')}
      </Button>
    </form>
  )
}
