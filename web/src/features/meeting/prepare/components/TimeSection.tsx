// Which kind of meeting, and when.
import { formatDateTime } from '@hoi-truong/shared/i18n'
import { meetingKindSchema } from '@hoi-truong/shared/meeting'
import { NativeSelect } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { formatWeekday, isoOf } from '../../../../lib/vietnamTime.ts'
import { TimeInput } from '../../../../ui/TypedInput.tsx'
import { kindWords } from '../../words.ts'
import { lengthOf } from '../length.ts'
import { fieldOf } from '../planForm.ts'
import { DayField } from './DayField.tsx'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

export interface TimeSectionProps extends FormSectionProps {
  onKind(kind: FormSectionProps['form']['kind']): void
  /** The kinds cannot be changed: there are no templates to go by. */
  kindFixed: boolean
}

export function TimeSection({ form, change, preparation, onKind, kindFixed }: TimeSectionProps) {
  const { t, language } = useWords()
  const start = isoOf(form.day, form.start)
  const planned = lengthOf(form)
  const minimum = preparation.rules.minimumMinutes[form.kind]
  return (
    <Section id="prepare-time" title={t('prepare.section_time')}>
      <div className={classes.fields}>
        <NativeSelect
          id={fieldOf.kind}
          className={classes.half}
          size="md"
          label={t('prepare.kind')}
          value={form.kind}
          disabled={kindFixed}
          onChange={(event) => onKind(meetingKindSchema.parse(event.currentTarget.value))}
          data={meetingKindSchema.options.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
          data-testid="prepare-kind"
        />
        <DayField
          id={fieldOf.day}
          className={classes.half}
          label={t('prepare.day')}
          value={form.day}
          onValue={(day) => change({ day })}
          data-testid="prepare-day"
        />
        <TimeInput
          id={fieldOf.start}
          label={t('prepare.start')}
          value={form.start}
          onValue={(start) => change({ start })}
          data-testid="prepare-start"
        />
        <TimeInput
          id={fieldOf.end}
          label={t('prepare.end')}
          value={form.end}
          onValue={(end) => change({ end })}
          data-testid="prepare-end"
        />
      </div>
      {start !== null && planned !== null && (
        <p className={classes.soft} data-testid="prepare-when">
          <strong>{formatWeekday(start, language)}</strong>, {formatDateTime(start, language)}.{' '}
          {minimum > 0 ? t('prepare.length', { planned, minimum }) : t('prepare.length_free', { planned })}
        </p>
      )}
    </Section>
  )
}
