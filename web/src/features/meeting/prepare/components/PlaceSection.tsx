// In which form the meeting is held, where, and by whose consent when not all come in person.
import { meetingFormSchema } from '@hoi-truong/shared/meeting'
import { NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { formWords } from '../../words.ts'
import { fieldOf } from '../planForm.ts'
import { DayField } from './DayField.tsx'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

export function PlaceSection({ form, change }: FormSectionProps) {
  const { t } = useWords()
  return (
    <Section id="prepare-where" title={t('prepare.section_form')}>
      <div className={classes.fields}>
        <NativeSelect
          id={fieldOf.form}
          className={classes.half}
          size="md"
          label={t('prepare.form')}
          value={form.form}
          onChange={(event) => change({ form: meetingFormSchema.parse(event.currentTarget.value) })}
          data={meetingFormSchema.options.map((value) => ({ value, label: t(formWords[value]) }))}
          data-testid="prepare-form"
        />
        <TextInput
          id={fieldOf.place}
          className={classes.half}
          size="md"
          label={t('prepare.place')}
          placeholder={t('prepare.place_hint')}
          maxLength={120}
          value={form.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
          data-testid="prepare-place"
        />
      </div>
      {form.form !== 'inPerson' && (
        <fieldset className={classes.approval}>
          <legend>{t('meeting.online_approval')}</legend>
          <div className={classes.fields}>
            <TextInput
              id={fieldOf.approval}
              size="md"
              label={t('prepare.approval_number')}
              placeholder={t('prepare.approval_number_hint')}
              maxLength={60}
              value={form.approvalNumber}
              onChange={(event) => change({ approvalNumber: event.currentTarget.value })}
              data-testid="prepare-approval-number"
            />
            <DayField
              label={t('prepare.approval_date')}
              value={form.approvalDate}
              onValue={(approvalDate) => change({ approvalDate })}
              data-testid="prepare-approval-date"
            />
            <TextInput
              className={classes.half}
              size="md"
              label={t('prepare.approval_authority')}
              maxLength={120}
              value={form.approvalAuthority}
              onChange={(event) => change({ approvalAuthority: event.currentTarget.value })}
              data-testid="prepare-approval-authority"
            />
          </div>
        </fieldset>
      )}
    </Section>
  )
}
