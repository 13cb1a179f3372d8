// The parts of the page put together around one draft.
import { formatDateTime } from '@hoi-truong/shared/i18n'
import type { MeetingKind } from '@hoi-truong/shared/meeting'
import type { Preparation } from '@hoi-truong/shared/protocol'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import { needWords, useWords } from '../../../../i18n/index.ts'
import { lazyWithWords } from '../../../../i18n/lazyWithWords.ts'
import { type Problem, problemOf } from '../../../../lib/problem.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { fromTemplate, isEdited, totalMinutes } from '../../../agenda/editAgenda.ts'
import { LazyPreparePolls } from '../../../voting/lead/lazyParts.ts'
import { preparationQuery } from '../api/preparation.ts'
import { findingsOf, type Shown } from '../findings.ts'
import { presenterFor } from '../firstPlan.ts'
import { goToField } from '../goToField.ts'
import { endFor } from '../length.ts'
import type { PlanDraft } from '../planDraft.ts'
import { planOf } from '../planForm.ts'
import { AgendaSection } from './AgendaSection.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { DocumentsSection } from './DocumentsSection.tsx'
import { FINDINGS, FindingsSection } from './FindingsSection.tsx'
import { GuestsSection } from './GuestsSection.tsx'
import { OfficersSection } from './OfficersSection.tsx'
import { OverNotice } from './OverNotice.tsx'
import { PlaceSection } from './PlaceSection.tsx'
import classes from './Prepare.module.css'
import { SaveBar } from './SaveBar.tsx'
import { Section } from './Section.tsx'
import { SitesSection } from './SitesSection.tsx'
import { TimeSection } from './TimeSection.tsx'

// What opens over the page comes after it, and is there before it is asked for.
const keepTrying = { keepTrying: true }
const AnnounceDialog = lazyWithWords(
  ['prepare'],
  () => import('./AnnounceDialog.tsx').then((part) => part.AnnounceDialog),
  keepTrying,
)
const CallOff = lazyWithWords(['prepare'], () => import('./CallOff.tsx').then((part) => part.CallOff), keepTrying)
const KindDialog = lazyWithWords(
  ['prepare'],
  () => import('./KindDialog.tsx').then((part) => part.KindDialog),
  keepTrying,
)

const NOTICES = 'prepare-notices'

export interface PrepareFormProps {
  draft: PlanDraft
  preparation: Preparation
  /** When the preparation was heard, this device's clock in ms. */
  heardAt: number
  onKindShown(kind: MeetingKind): void
}

/** Hours count here: a form of a hundred fields is not drawn anew each second. */
function useHalfMinute(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Requests end with the page. */
function usePageLife(): () => AbortSignal {
  const life = useRef(new AbortController())
  useEffect(() => {
    if (life.current.signal.aborted) life.current = new AbortController()
    return () => life.current.abort()
  }, [])
  return () => life.current.signal
}

export function PrepareForm({ draft, preparation, heardAt, onKindShown }: PrepareFormProps) {
  const { t, language } = useWords()
  const answers = useQueryClient()
  const state = useStore(draft.store)
  const { form, saved, theirs, restoredFrom, done } = state
  const [openItem, setOpenItem] = useState<string | null>(null)
  /** Of the first document that was posted here. */
  const [postedAt, setPostedAt] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [newKind, setNewKind] = useState<Preparation | null>(null)
  const [kindWanted, setKindWanted] = useState<MeetingKind | null>(null)
  const [kindProblem, setKindProblem] = useState<Problem | null>(null)
  const life = usePageLife()
  const clock = useHalfMinute()
  const now = new Date(Date.parse(preparation.now) + Math.max(0, clock - heardAt)).toISOString()
  const plan = planOf(form, draft.organizationId)
  const judged = plan && { ...plan, documentsPostedAt: plan.documentsPostedAt ?? postedAt }
  const findings = findingsOf(form, judged, preparation.rules, now, t)
  const section = { form, change: draft.change.bind(draft), preparation }

  // The buttons are at the end of the page: what came of a press stands at its beginning. A saved draft is told beside the button.
  const told = theirs !== null || state.problem !== null || done === 'announced' || done === 'updated'
  useEffect(() => {
    if (told) goToField(NOTICES)
  }, [told])
  useEffect(() => {
    // Asked for here, not first when it is to be shown: the network may be gone by then.
    void Promise.allSettled([import('./KindDialog.tsx'), needWords(['prepare'])])
  }, [])

  const goTo = (finding: Shown) => {
    if (finding.itemId) setOpenItem(finding.itemId)
    // After the item's fields are there.
    requestAnimationFrame(() => goToField(finding.field))
  }
  const toFindings = () => goToField(FINDINGS)
  const blocked = (): boolean => {
    const missing = findings.some(({ blocks }) => blocks)
    if (missing) toFindings()
    return missing
  }
  const forget = () => answers.invalidateQueries({ queryKey: ['meetings'] })
  const save = async () => {
    // A draft may lack what only the announcement needs.
    if (plan === null || (saved.status === 'announced' && blocked())) return toFindings()
    await draft.save(life())
    await forget()
  }
  const announce = async () => {
    setAsking(false)
    await draft.announce(life())
    await forget()
  }

  const takeKind = (kind: MeetingKind, next: Preparation, replace: boolean) => {
    setNewKind(null)
    onKindShown(kind)
    const agenda = replace ? fromTemplate(next.template, presenterFor(form)) : form.agenda
    const length = Math.max(next.rules.minimumMinutes[kind], replace ? totalMinutes(agenda) : 0)
    draft.change({ kind, agenda, end: endFor(form, length) })
  }
  const changeKind = async (kind: MeetingKind) => {
    setKindWanted(kind)
    setKindProblem(null)
    try {
      const next = await answers.fetchQuery({ ...preparationQuery(draft.organizationId, kind), retry: false })
      if (form.agenda.length > 0 && isEdited(form.agenda, preparation.template)) setNewKind(next)
      else takeKind(kind, next, true)
    } catch (error) {
      setKindProblem(problemOf(error))
    }
  }

  if (saved.status !== 'draft' && saved.status !== 'announced') return <OverNotice status={saved.status} />
  const announced = saved.status === 'announced'
  return (
    <>
      <div className={classes.notices} id={NOTICES} tabIndex={-1}>
        {(done === 'announced' || done === 'updated') && (
          <Notice tone="good" urgent data-testid="prepare-done">
            <p>{t(`prepare.done_${done}`)}</p>
            <Link to={`/meetings/${draft.meetingId}/notice`}>{t('prepare.see_notice')}</Link>
          </Notice>
        )}
        {state.problem && state.doing === 'nothing' && (
          <ProblemNotice problem={state.problem} data-testid="prepare-problem" />
        )}
        {kindProblem && <ProblemNotice problem={kindProblem} />}
        {theirs && (
          <ConflictNotice
            mine={form}
            theirs={theirs}
            onTheirs={() => draft.takeTheirs()}
            onMine={() => draft.keepMine()}
          />
        )}
        {restoredFrom && !theirs && (
          <Notice tone="info" data-testid="prepare-restored">
            <p>{t('prepare.restored', { time: formatDateTime(restoredFrom, language) })}</p>
            <Button variant="default" size="md" onClick={() => draft.discard()} data-testid="prepare-discard">
              {t(saved.revision === 0 ? 'prepare.restored_drop_new' : 'prepare.restored_drop')}
            </Button>
          </Notice>
        )}
        {!done && !theirs && !restoredFrom && (
          <p className={classes.soft}>
            {t(
              announced
                ? 'prepare.lead_announced'
                : saved.revision > 0
                  ? 'prepare.lead_draft'
                  : preparation.latest
                    ? 'prepare.lead_latest'
                    : 'prepare.lead_first',
            )}
          </p>
        )}
      </div>
      <TimeSection
        {...section}
        onKind={(kind) => void changeKind(kind)}
        kindFixed={preparation.template.length === 0}
      />
      <PlaceSection {...section} />
      <OfficersSection {...section} />
      {form.form !== 'online' && <SitesSection {...section} />}
      <AgendaSection {...section} openItem={openItem} onOpenItem={setOpenItem} />
      <Section id="prepare-polls" title={t('vote.title')}>
        <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
          <LazyPreparePolls meetingId={draft.meetingId} saved={saved.revision > 0} />
        </Suspense>
      </Section>
      <GuestsSection {...section} />
      <DocumentsSection
        {...section}
        now={now}
        documents={{ meetingId: draft.meetingId, saved: saved.revision > 0, onPosted: setPostedAt }}
      />
      <FindingsSection findings={findings} onGo={goTo} />
      {saved.revision > 0 && (
        <Suspense fallback={null}>
          <CallOff state={state} onCallOff={(way, reason) => draft.callOff(way, reason, life()).finally(forget)} />
        </Suspense>
      )}
      <SaveBar
        state={state}
        findings={findings}
        onFindings={toFindings}
        onSave={() => void save()}
        onAnnounce={() => blocked() || setAsking(true)}
      />
      <Suspense fallback={null}>
        <AnnounceDialog
          plan={plan}
          preparation={preparation}
          opened={asking}
          onClose={() => setAsking(false)}
          onConfirm={() => void announce()}
        />
        {newKind && kindWanted && (
          <KindDialog
            kind={kindWanted}
            onClose={() => setNewKind(null)}
            onReplace={() => takeKind(kindWanted, newKind, true)}
            onKeep={() => takeKind(kindWanted, newKind, false)}
          />
        )}
      </Suspense>
    </>
  )
}
