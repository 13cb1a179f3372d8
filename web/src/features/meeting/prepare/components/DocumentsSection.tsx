// When the members got the documents: until they can be posted here, the branch notes it.
import { Button, TextInput } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { fieldOf, momentOf } from '../planForm.ts'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

export function DocumentsSection({ form, change, preparation, now }: FormSectionProps & { now: string }) {
  const { t } = useWords()
  return (
    <Section id="prepare-papers" title={t('prepare.section_documents')}>
      <div className={classes.person}>
        <TextInput
          id={fieldOf.documents}
          size="md"
          type="datetime-local"
          label={t('prepare.documents')}
          description={t('prepare.documents_hint', { hours: preparation.rules.documentsHoursBefore })}
          value={form.documentsPosted}
          onChange={(event) => change({ documentsPosted: event.currentTarget.value })}
          data-testid="prepare-documents"
        />
        <Button
          size="md"
          variant="default"
          className={classes.beside}
          onClick={() => change({ documentsPosted: momentOf(now) })}
          data-testid="prepare-documents-now"
        >
          {t('prepare.documents_now')}
        </Button>
      </div>
    </Section>
  )
}
