// 3: what was found. Every fault with its place, what is wrong and how to mend it; nothing is written yet.
import { formatCount } from '@hoi-truong/shared/i18n'
import type { ImportView } from '@hoi-truong/shared/organization'
import { Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.layer.css'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { CountsTable } from './CountsTable.tsx'
import { FaultList } from './FaultList.tsx'
import classes from './Import.module.css'

export interface ReportProps {
  organizationId: string
  run: ImportView
}

export const isNothing = ({ counts }: ImportView): boolean =>
  counts !== null && [counts.organizations, counts.members].every((tally) => tally.new === 0 && tally.changed === 0)

export function ReportSection({ organizationId, run }: ReportProps) {
  const { t, language } = useWords()
  return (
    <section
      className={classes.step}
      aria-labelledby="import-report"
      data-testid="import-report"
      data-status={run.status}
      data-faults={run.faultCount}
    >
      <h2 id="import-report">{t('import.step_report')}</h2>
      {run.status === 'uploaded' ? (
        <Checking run={run} />
      ) : (
        <>
          {run.faultCount > 0 && (
            <Notice
              tone="trouble"
              title={t('import.found_faults', {
                rows: formatCount(run.faultyRows, language),
                faults: formatCount(run.faultCount, language),
              })}
              data-testid="import-found"
            >
              <p>{t('import.found_faults_next')}</p>
            </Notice>
          )}
          {run.faultCount === 0 && (
            <Notice tone={isNothing(run) ? 'info' : 'good'} data-testid="import-found">
              <p>{isNothing(run) ? t('import.nothing_to_change') : t('import.found_none')}</p>
            </Notice>
          )}
          {run.counts && <CountsTable counts={run.counts} />}
          <Notes run={run} />
          {run.faultCount > 0 && <FaultList organizationId={organizationId} run={run} />}
        </>
      )}
    </section>
  )
}

function Checking({ run: { progress } }: { run: ImportView }) {
  const { t, language } = useWords()
  const words =
    progress === null
      ? t('import.waiting')
      : progress.stage === 'reading'
        ? t('import.reading', { done: formatCount(progress.done, language) })
        : t('import.checking')
  return (
    <div role="status">
      <p>{words}</p>
      <Progress value={100} animated size="lg" aria-label={words} />
    </div>
  )
}

/** Beyond this a note is said once for all. */
const MOST_NOTES = 12

function Notes({ run: { notes } }: { run: ImportView }) {
  const { t } = useWords()
  if (notes.length === 0) return null
  return (
    <div>
      <h3 className={classes.small}>{t('import.notes')}</h3>
      <ul className={classes.notes} data-testid="import-notes">
        {notes.slice(0, MOST_NOTES).map(({ code, params, file, sheet }) => (
          <li key={`${code} ${file} ${sheet} ${JSON.stringify(params)}`}>{t(`import.note_${code}`, params)}</li>
        ))}
      </ul>
    </div>
  )
}
