// The places to mend: a table at a desk, cards on a phone; page by page, all of them in the report that is downloaded.
import { formatCount } from '@hoi-truong/shared/i18n'
import type { ImportView } from '@hoi-truong/shared/organization'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import classes from './Import.module.css'
import { download, useFaults } from './imports.ts'

export function FaultList({ organizationId, run }: { organizationId: string; run: ImportView }) {
  const { t, language } = useWords()
  const pages = useFaults(organizationId, run)
  const [problem, setProblem] = useState<Problem | null>(null)
  const faults = pages.data?.pages.flatMap((page) => page.faults) ?? []
  const left = run.faultCount - faults.length
  const fetchReport = (form: 'xlsx' | 'csv') => {
    setProblem(null)
    download(organizationId, `/imports/${run.importId}/report/${form}`, `bao-cao-loi.${form}`).catch((error: unknown) =>
      setProblem(problemOf(error)),
    )
  }
  const trouble = problem ?? (pages.error ? problemOf(pages.error) : null)
  return (
    <div className={classes.faults}>
      <div className={classes.faultHead}>
        <h3 className={classes.small}>{t('import.faults')}</h3>
        <div className={classes.buttons}>
          {(['xlsx', 'csv'] as const).map((form) => (
            <Button
              key={form}
              size="md"
              variant="default"
              leftSection={<IconDownload aria-hidden />}
              onClick={() => fetchReport(form)}
              data-testid={`import-report-${form}`}
            >
              {t(form === 'xlsx' ? 'import.report_xlsx' : 'import.report_csv')}
            </Button>
          ))}
        </div>
      </div>
      {trouble && <ProblemNotice problem={trouble} />}
      <ol className={classes.list} data-testid="import-faults">
        {faults.map(({ number, file, sheet, row, column, code, params }) => (
          <li key={number} className={classes.fault} data-testid="import-fault" data-code={code} data-row={row}>
            <p className={classes.place}>
              <strong>{t('import.row_number', { row: formatCount(row, language) })}</strong>
              <span>{column === null ? t('import.whole_row') : column}</span>
              <span className={classes.soft}>{sheet ?? file}</span>
            </p>
            <div>
              <p className={classes.what}>{t(`import.what_${code}`, params)}</p>
              <p>{t(`import.mend_${code}`, params)}</p>
            </div>
          </li>
        ))}
      </ol>
      {faults.length > 0 && left > 0 && (
        <div className={classes.buttons}>
          <Button
            size="md"
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
            data-testid="import-more"
          >
            {t('import.more', { count: Math.min(left, 50) })}
          </Button>
          <span className={classes.soft}>
            {t('import.shown', {
              shown: formatCount(faults.length, language),
              total: formatCount(run.faultCount, language),
            })}
          </span>
        </div>
      )}
    </div>
  )
}
