// When the members got the documents: until they can be posted here, the branch notes it.
import { Button } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { dayAndTimeOf } from '../../../../lib/vietnamTime.ts'
import { TimeInput } from '../../../../ui/TypedInput.tsx'
import { fieldOf } from '../planForm.ts'
import { DayField } from './DayField.tsx'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

export function DocumentsSection({ form, change, preparation, now }: FormSectionProps & { now: string }) {
  const { t } = useWords()
  const posted = () => {
    const { day, time } = dayAndTimeOf(now)
    change({ documentsDay: day, documentsTime: time })
  }
  return (
    <Section
      id="prepare-papers"
      title={t('prepare.section_documents')}
      lead={t('prepare.documents_hint', { hours: preparation.rules.documentsHoursBefore })}
    >
      <div className={classes.fields}>
        <DayField
          id={fieldOf.documents}
          className={classes.half}
          label={t('prepare.documents')}
          value={form.documentsDay}
          onValue={(documentsDay) => change({ documentsDay })}
          data-testid="prepare-documents"
        />
        <TimeInput
          id={fieldOf.documentsTime}
          label={t('prepare.documents_time')}
          value={form.documentsTime}
          onValue={(documentsTime) => change({ documentsTime })}
          data-testid="prepare-documents-time"
        />
        <Button
          className={classes.wide}
          size="md"
          variant="default"
          onClick={posted}
          data-testid="prepare-documents-now"
        >
          {t('prepare.documents_now')}
        </Button>
      </div>
    </Section>
  )
}
