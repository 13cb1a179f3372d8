// Thư ký điều chỉnh điểm danh: place, hours, and why. It stands instead of all that was noted, and leaves a trail.
import { absenceReasonSchema, type RollLine } from '@hoi-truong/shared/attendance'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import type { CommandType } from '@hoi-truong/shared/streams'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { timeTyped } from '../../../lib/typedTime.ts'
import { TimeInput } from '../../../ui/TypedInput.tsx'
import { type CorrectionFields, fieldsFrom, presenceFrom } from '../correction.ts'
import classes from './PersonDialog.module.css'

export interface CorrectionFormProps {
  line: RollLine
  meeting: MeetingState
  busy: boolean
  run(type: CommandType, payload: object): Promise<boolean>
}

/** Which of the two hours cannot be read. */
const unreadable = ({ arrived }: CorrectionFields): MessageKey =>
  timeTyped(arrived) !== null ? 'rollcall.left_unreadable' : 'rollcall.time_needed'

export function CorrectionForm({ line, meeting, busy, run }: CorrectionFormProps) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  const [fields, setFields] = useState<CorrectionFields>(() => fieldsFrom(line, meeting))
  const [reason, setReason] = useState('')
  const [error, setError] = useState<MessageKey | null>(null)
  if (!shown) {
    return (
      <Button
        size="md"
        variant="default"
        onClick={() => {
          setFields(fieldsFrom(line, meeting))
          setShown(true)
        }}
        data-testid="correct"
      >
        {t('rollcall.correct')}
      </Button>
    )
  }
  const change = (part: Partial<CorrectionFields>) => setFields((before) => ({ ...before, ...part }))
  const submit = async () => {
    const presence = presenceFrom(fields, meeting)
    const parsed = absenceReasonSchema.safeParse(reason)
    const missing = presence === undefined ? unreadable(fields) : parsed.success ? null : 'rollcall.reason_needed'
    setError(missing)
    if (missing) return
    const payload = { memberId: line.entry.memberId, presence, reason: parsed.data }
    if (await run('attendance.correct', payload)) {
      setShown(false)
      setReason('')
    }
  }
  const places = [
    ...(meeting.plan?.sites ?? []).map(({ siteId, name }) => ({
      value: siteId,
      label: t('rollcall.at_site', { site: name }),
    })),
    ...(meeting.plan?.form === 'inPerson' ? [] : [{ value: 'device', label: t('rollcall.place_online') }]),
    { value: 'absent', label: t('rollcall.place_absent') },
  ]
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h3>{t('rollcall.correct')}</h3>
      <p>{t('rollcall.correct_lead')}</p>
      <NativeSelect
        size="md"
        label={t('rollcall.place')}
        data={places}
        value={fields.place}
        onChange={(event) => change({ place: event.currentTarget.value })}
        data-testid="correct-place"
      />
      {fields.place !== 'absent' && (
        <>
          <TimeInput
            label={t('rollcall.arrived')}
            handsOnUnread
            value={fields.arrived}
            onValue={(arrived) => change({ arrived })}
            error={error === 'rollcall.time_needed' && t(error)}
            data-testid="correct-arrived"
          />
          <TimeInput
            label={t('rollcall.left')}
            handsOnUnread
            value={fields.left}
            onValue={(left) => change({ left })}
            error={error === 'rollcall.left_unreadable' && t(error)}
            data-testid="correct-left"
          />
        </>
      )}
      <Textarea
        size="md"
        rows={2}
        label={t('rollcall.correct_reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={error === 'rollcall.reason_needed' && t(error)}
        data-testid="correct-reason"
      />
      <Button type="submit" size="md" disabled={busy} data-testid="correct-submit">
        {t('rollcall.save')}
      </Button>
    </form>
  )
}
