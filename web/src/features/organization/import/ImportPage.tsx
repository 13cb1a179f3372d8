// Bringing lists in, step by step: the template, the files, what was found, the one question, how far it is, the figures.
import type { ImportView } from '@hoi-truong/shared/organization'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { AcceptSection } from './AcceptSection.tsx'
import { FilesSection } from './FilesSection.tsx'
import { History } from './History.tsx'
import classes from './Import.module.css'
import { isGoingOn, useImportList, useImportRun, useOrganizationName } from './imports.ts'
import { DoneSection, FailedSection, ProgressSection } from './OutcomeSections.tsx'
import { ReportSection } from './ReportSection.tsx'
import { TemplateSection } from './TemplateSection.tsx'

const SHOWN = 'import'
const ANOTHER = 'new'

/** What is unfinished is found again after a reload, also on another device. */
const unfinished = (imports: readonly ImportView[]): string | null =>
  imports.find((run) => isGoingOn(run) || (run.status === 'checked' && run.faultCount === 0))?.importId ?? null

export function ImportPage() {
  const { t } = useWords()
  const { organizationId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const answers = useQueryClient()
  const list = useImportList(organizationId)
  const name = useOrganizationName(organizationId)
  const asked = search.get(SHOWN)
  const shown = asked === ANOTHER ? null : (asked ?? unfinished(list.data?.imports ?? []))
  const run = useImportRun(organizationId, shown)
  const show = (importId: string) => {
    setSearch({ [SHOWN]: importId }, { replace: asked !== null })
    void answers.invalidateQueries({ queryKey: ['import', organizationId] })
  }
  const trouble = list.error ?? run.error
  const isForbidden = trouble !== null && problemOf(trouble).code === 'FORBIDDEN'
  return (
    <MemberFrame>
      <div>
        <Link to="/" className={classes.back}>
          <IconArrowLeft aria-hidden />
          {t('import.back')}
        </Link>
        <PageHeading>{t('import.title')}</PageHeading>
        {name.data !== undefined && !isForbidden && (
          <p className={classes.lead}>{t('import.beneath', { name: name.data })}</p>
        )}
      </div>
      {isForbidden ? (
        <Notice tone="trouble" urgent data-testid="import-forbidden">
          <p>{t('import.not_allowed')}</p>
        </Notice>
      ) : (
        trouble && <ProblemNotice problem={problemOf(trouble)} data-testid="import-problem" />
      )}
      {list.data && !isForbidden && (
        <>
          <Steps organizationId={organizationId} run={shown === null ? null : (run.data ?? null)} onShow={show}>
            <TemplateSection organizationId={organizationId} />
            <FilesSection
              organizationId={organizationId}
              megabytes={list.data.megabytes}
              run={shown === null ? null : (run.data ?? null)}
              onSent={show}
            />
          </Steps>
          <History imports={list.data.imports} shown={shown} onShow={show} />
        </>
      )}
    </MemberFrame>
  )
}

interface StepsProps {
  organizationId: string
  run: ImportView | null
  onShow(importId: string): void
  children: React.ReactNode
}

function Steps({ organizationId, run, onShow, children }: StepsProps) {
  const another = () => onShow(ANOTHER)
  if (run?.status === 'applying') return <ProgressSection run={run} />
  if (run?.status === 'done') return <DoneSection run={run} onAnother={another} />
  return (
    <>
      {children}
      {run?.status === 'failed' && <FailedSection organizationId={organizationId} run={run} />}
      {(run?.status === 'uploaded' || run?.status === 'checked') && (
        <ReportSection organizationId={organizationId} run={run} />
      )}
      {run?.status === 'checked' && run.faultCount === 0 && (
        <AcceptSection organizationId={organizationId} run={run} onDiscarded={another} />
      )}
    </>
  )
}
