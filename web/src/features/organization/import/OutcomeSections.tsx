// 5 and 6: how far it is, that it is done, or why it is not and what to do.
import { formatCount, formatDateTime } from '@hoi-truong/shared/i18n'
import type { ImportView } from '@hoi-truong/shared/organization'
import { Button, Progress } from '@mantine/core'
import '@mantine/core/styles/Progress.layer.css'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { CountsTable } from './CountsTable.tsx'
import { FaultList } from './FaultList.tsx'
import classes from './Import.module.css'

/** Of the whole: organizations are a small part of the work. */
const ORGANIZATIONS_SHARE = 0.25

function shareOf({ progress }: ImportView): number {
  if (!progress?.total) return 0
  const own = progress.done / progress.total
  if (progress.stage === 'organizations') return own * ORGANIZATIONS_SHARE
  return progress.stage === 'members' ? ORGANIZATIONS_SHARE + own * (1 - ORGANIZATIONS_SHARE) : 0
}

export function ProgressSection({ run }: { run: ImportView }) {
  const { t, language } = useWords()
  const { progress } = run
  const figures = {
    done: formatCount(progress?.done ?? 0, language),
    total: formatCount(progress?.total ?? 0, language),
  }
  const percent = Math.floor(100 * shareOf(run))
  return (
    <section className={classes.step} aria-labelledby="import-progress" data-testid="import-progress">
      <h2 id="import-progress">{t('import.step_progress')}</h2>
      <Progress value={percent} size="xl" animated aria-label={t('import.step_progress')} />
      <p className={classes.strong}>{t('import.percent', { percent })}</p>
      <p role="status">
        {progress?.stage === 'organizations' && t('import.applying_organizations', figures)}
        {progress?.stage === 'members' && t('import.applying_members', figures)}
        {progress?.stage !== 'organizations' && progress?.stage !== 'members' && t('import.checking')}
      </p>
      <p className={classes.soft}>{t('import.may_leave')}</p>
    </section>
  )
}

export function DoneSection({ run, onAnother }: { run: ImportView; onAnother(): void }) {
  const { t, language } = useWords()
  return (
    <section className={classes.step} aria-labelledby="import-done" data-testid="import-done">
      <h2 id="import-done">{t('import.step_done')}</h2>
      <Notice tone="good">
        <p>{t('import.done', { at: formatDateTime(run.endedAt ?? run.createdAt, language) })}</p>
      </Notice>
      {run.counts && <CountsTable counts={run.counts} />}
      <p>{t('import.no_sign_in')}</p>
      <div className={classes.buttons}>
        <Button size="lg" onClick={onAnother} data-testid="import-another">
          {t('import.again')}
        </Button>
      </div>
    </section>
  )
}

export function FailedSection({ organizationId, run }: { organizationId: string; run: ImportView }) {
  const { t } = useWords()
  const failure = run.failure ?? { code: 'IMPORT_INTERRUPTED' as const }
  return (
    <section
      className={classes.step}
      aria-labelledby="import-failed"
      data-testid="import-failed"
      data-code={failure.code}
    >
      <h2 id="import-failed">{t('import.failed')}</h2>
      <Notice tone="trouble" urgent>
        <p>{t(...sentenceOf(failure))}</p>
        {run.acceptedAt !== null && <p>{t('import.failed_mend')}</p>}
      </Notice>
      {run.faultCount > 0 && <FaultList organizationId={organizationId} run={run} />}
    </section>
  )
}
