// Which kind of meeting, and when.
import { meetingKindSchema } from '@hoi-truong/shared/meeting'
import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { kindWords } from '../../words.ts'
import { lengthOf } from '../length.ts'
import { fieldOf } from '../planForm.ts'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

export interface TimeSectionProps extends FormSectionProps {
  onKind(kind: FormSectionProps['form']['kind']): void
  /** The kinds cannot be changed: there are no templates to go by. */
  kindFixed: boolean
}

export function TimeSection({ form, change, preparation, onKind, kindFixed }: TimeSectionProps) {
  const { t } = useWords()
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
        <TextInput
          id={fieldOf.day}
          className={classes.half}
          size="md"
          type="date"
          label={t('prepare.day')}
          value={form.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
          data-testid="prepare-day"
        />
        <TextInput
          id={fieldOf.start}
          size="md"
          type="time"
          label={t('prepare.start')}
          value={form.start}
          onChange={(event) => change({ start: event.currentTarget.value })}
          data-testid="prepare-start"
        />
        <TextInput
          id={fieldOf.end}
          size="md"
          type="time"
          label={t('prepare.end')}
          value={form.end}
          onChange={(event) => change({ end: event.currentTarget.value })}
          data-testid="prepare-end"
        />
      </div>
      {planned !== null && (
        <p className={classes.soft}>
          {minimum > 0 ? t('prepare.length', { planned, minimum }) : t('prepare.length_free', { planned })}
        </p>
      )}
    </Section>
  )
}
