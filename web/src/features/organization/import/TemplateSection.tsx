// 1: the template, as a workbook or as CSV.
import type { ImportTemplate } from '@hoi-truong/shared/organization'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import classes from './Import.module.css'
import { downloadTemplate } from './imports.ts'

const templates = [
  ['mau-nhap.xlsx', 'import.template_xlsx'],
  ['mau-to-chuc.csv', 'import.template_organizations'],
  ['mau-dang-vien.csv', 'import.template_members'],
] as const

export function TemplateSection({ organizationId }: { organizationId: string }) {
  const { t } = useWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const fetchTemplate = (name: ImportTemplate) => {
    setProblem(null)
    downloadTemplate(organizationId, name).catch((error: unknown) => setProblem(problemOf(error)))
  }
  return (
    <section className={classes.step} aria-labelledby="import-template">
      <h2 id="import-template">{t('import.step_template')}</h2>
      <p>{t('import.template_why')}</p>
      <div className={classes.buttons}>
        {templates.map(([name, words], index) => (
          <Button
            key={name}
            size="md"
            variant={index === 0 ? 'outline' : 'default'}
            leftSection={<IconDownload aria-hidden />}
            onClick={() => fetchTemplate(name)}
            data-testid="import-template"
            data-name={name}
          >
            {t(words)}
          </Button>
        ))}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  )
}
