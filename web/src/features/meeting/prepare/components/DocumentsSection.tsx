// The documents: posted here; and for papers that went out another way, when.
import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { dayAndTimeOf } from '../../../../lib/vietnamTime.ts'
import { TimeInput } from '../../../../ui/TypedInput.tsx'
import type { PrepareDocumentsProps } from '../../../document/components/PrepareDocuments.tsx'
import { LazyPrepareDocuments } from '../../../document/lazyParts.ts'
import { fieldOf } from '../planForm.ts'
import { DayField } from './DayField.tsx'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

interface DocumentsSectionProps extends FormSectionProps {
  now: string
  documents: PrepareDocumentsProps
}

export function DocumentsSection({ form, change, preparation, now, documents }: DocumentsSectionProps) {
  const { t } = useWords()
  const posted = () => {
    const { day, time } = dayAndTimeOf(now)
    change({ documentsDay: day, documentsTime: time })
  }
  return (
    <Section
      id={fieldOf.papers}
      title={t('prepare.section_documents')}
      lead={t('prepare.documents_hint', { hours: preparation.rules.documentsHoursBefore })}
    >
      <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
        <LazyPrepareDocuments {...documents} />
      </Suspense>
      <p className={classes.soft}>{t('prepare.documents_otherwise')}</p>
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
