// 4: what will be written, and the one question.
import { formatCount } from '@hoi-truong/shared/i18n'
import type { ImportView } from '@hoi-truong/shared/organization'
import { Button } from '@mantine/core'
import { IconDatabaseImport } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { newId } from '../../../lib/newId.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { untilAnswered } from '../../../lib/untilAnswered.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { firstClick } from '../../../ui/firstClick.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { giveCommand } from '../../account/api/giveCommand.ts'
import classes from './Import.module.css'
import { discardImport } from './imports.ts'
import { isNothing } from './ReportSection.tsx'

export interface AcceptSectionProps {
  organizationId: string
  run: ImportView
  onDiscarded(): void
}

export function AcceptSection({ organizationId, run, onDiscarded }: AcceptSectionProps) {
  const { t, language } = useWords()
  const answers = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const page = useRef<AbortController | null>(null)
  // The same command however often it is pressed.
  const commandId = useRef(newId())
  useEffect(() => {
    const here = new AbortController()
    page.current = here
    return () => here.abort()
  }, [])
  const doing = async (work: (signal: AbortSignal) => Promise<void>) => {
    const signal = page.current?.signal
    if (busy || !signal) return
    setBusy(true)
    setProblem(null)
    try {
      await work(signal)
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error))
    } finally {
      if (!signal.aborted) setBusy(false)
    }
  }
  const accept = () =>
    doing(async (signal) => {
      setAsking(false)
      const payload = { importId: run.importId }
      const body = {
        id: commandId.current,
        type: 'organization.acceptImport',
        streamId: organizationId,
        payload,
      } as const
      await untilAnswered(
        () => giveCommand(body, signal),
        signal,
        () => setProblem({ code: 'UNREACHABLE' }),
      )
      await answers.invalidateQueries({ queryKey: ['import', organizationId] })
    })
  const discard = () =>
    doing(async () => {
      await discardImport(organizationId, run.importId)
      onDiscarded()
    })
  const { counts } = run
  if (!counts) return null
  const figures = {
    newOrganizations: formatCount(counts.organizations.new, language),
    changedOrganizations: formatCount(counts.organizations.changed, language),
    newMembers: formatCount(counts.members.new, language),
    changedMembers: formatCount(counts.members.changed, language),
  }
  return (
    <section className={classes.step} aria-labelledby="import-accept">
      <h2 id="import-accept">{t('import.step_accept')}</h2>
      {!isNothing(run) && (
        <>
          <p className={classes.strong}>{t('import.will_write', figures)}</p>
          <p className={classes.soft}>{t('import.rules')}</p>
        </>
      )}
      {problem && <ProblemNotice problem={problem} data-testid="import-accept-problem" />}
      <div className={classes.buttons}>
        {!isNothing(run) && (
          <Button
            size="lg"
            loading={busy}
            leftSection={<IconDatabaseImport aria-hidden />}
            onClick={() => setAsking(true)}
            data-testid="import-accept"
          >
            {t('import.accept')}
          </Button>
        )}
        <Button size="lg" variant="default" disabled={busy} onClick={() => void discard()} data-testid="import-discard">
          {isNothing(run) ? t('import.again') : t('import.discard')}
        </Button>
      </div>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('import.accept_question')}>
        <p>{t('import.will_write', figures)}</p>
        <p className={classes.soft}>{t('import.accept_means')}</p>
        <div className={classes.buttons}>
          <Button size="md" variant="default" onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
          <Button
            size="md"
            onClick={firstClick(() => void accept())}
            data-autofocus
            data-testid="import-accept-confirm"
          >
            {t('import.accept')}
          </Button>
        </div>
      </Dialog>
    </section>
  )
}
