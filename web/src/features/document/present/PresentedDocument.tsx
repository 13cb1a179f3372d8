// A document that is shown to everybody: the page that its presenter has turned to, drawn here. Whoever presents turns it, whoever looks may
// make it bigger, and leaf alone for a while.
import type { PostedDocument, Presentation } from '@hoi-truong/shared/document'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { IconBook2, IconPlayerStop, IconUsersGroup, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useSession } from '../../account/hooks/useSession.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useZoom } from '../reader/useZoom.ts'
import { watermarkWords } from '../words.ts'
import { sizes } from './fit.ts'
import { leafed, type OwnPage, pageOf } from './leafing.ts'
import { PageTools } from './PageTools.tsx'
import classes from './Presented.module.css'
import { useEndPresentation } from './useEndPresentation.ts'
import { usePageKeys } from './usePageKeys.ts'
import { usePageTurning } from './usePageTurning.ts'
import { useShownPage } from './useShownPage.ts'

const Sheets = lazyWithWords(['present', 'document'], () => import('./Sheets.tsx').then((part) => part.Sheets), {
  keepTrying: true,
})

const KEPT = 'hoi-truong.presented-size'

export interface PresentedDocumentProps {
  /** Only looks on: no pages are turned from here, whoever it is. */
  watches?: boolean
}

/** Nothing while nothing is presented. Fills the place that it is given. */
export function PresentedDocument({ watches = false }: PresentedDocumentProps) {
  const { presentation, documents } = useMeetingState()
  const document = documents.find(({ documentId }) => documentId === presentation?.documentId)
  if (!presentation || !document) return null
  return (
    <Presented key={presentation.presentationId} presentation={presentation} document={document} watches={watches} />
  )
}

interface PresentedProps {
  presentation: Presentation
  document: PostedDocument
  watches: boolean
}

function Presented({ presentation, document, watches }: PresentedProps) {
  const { t, language } = useWords()
  const { room, memberId } = useMeeting()
  const { meeting } = useMeetingState()
  const viewer = useSession((state) => state.member)
  const [openedAt] = useState(() => new Date().toISOString())
  const [own, setOwn] = useState<OwnPage>(null)
  const [mayBeWhole, setMayBeWhole] = useState(false)
  const { zoom: size, buttons } = useZoom(sizes, KEPT, 1)
  const presents = !watches && presentation.presenterId === memberId
  const mayEnd = !watches && (presents || meeting.chairId === memberId)
  const shown = useShownPage(presentation.presentationId)
  const turning = usePageTurning(presentation, presents)
  const end = useEndPresentation(presentation.presentationId)
  const { pages, name } = document
  const leafing = { shown: shown.page, own: presents ? null : own, pages }
  const page = pageOf(leafing)
  const follows = presents || own === null
  usePageKeys(presents, (by) => turning.turn(leafed(leafing, by)))

  const presenter = findInRoll(meeting, presentation.presenterId)?.name ?? ''
  return (
    <div className={classes.frame}>
      <section
        className={classes.presented}
        aria-label={t('present.region')}
        data-testid="presented"
        data-document-id={document.documentId}
        data-page={page}
        data-following={follows}
        data-presents={presents}
        data-ends={mayEnd}
      >
        <header className={classes.head}>
          {follows ? (
            <p className={classes.what}>
              {presents
                ? t('present.by_you', { document: name })
                : t('present.by', { name: presenter, document: name })}
            </p>
          ) : (
            <p className={classes.what} role="status" data-testid="presented-others-at">
              {t('present.others_at', { page: shown.page ?? 1 })}
            </p>
          )}
          <p className={classes.count} role="status" data-testid="presented-count">
            {t('present.page_of', { page, pages: pages ?? '…' })}
          </p>
        </header>
        <div className={classes.notes}>
          {turning.behind && (
            <p className={classes.note} role="status" data-testid="presented-behind">
              {t('present.not_told')}
            </p>
          )}
          {end.problem && <ProblemNotice problem={end.problem} data-testid="presented-refused" />}
        </div>
        <Suspense
          fallback={
            <p className={classes.opening} role="status">
              {t('present.opening')}
            </p>
          }
        >
          <Sheets
            meetingId={room.meetingId}
            document={document}
            page={page}
            size={size}
            pointer={follows ? shown.pointer : null}
            follows={!presents && follows}
            onMayShrink={setMayBeWhole}
            watermark={viewer ? watermarkWords(viewer, openedAt, t, language) : []}
            {...(presents && { onPoint: turning.point })}
          />
        </Suspense>
        <section className={classes.tools} aria-label={t('present.tools')}>
          {presents && <PageTools page={page} pages={pages} onGo={turning.turn} />}
          {!presents && !follows && <PageTools page={page} pages={pages} onGo={setOwn} />}
          <div className={classes.others}>
            {!presents &&
              (follows ? (
                <button
                  type="button"
                  className={classes.tool}
                  onClick={() => setOwn(page)}
                  data-testid="presented-leaf"
                >
                  <IconBook2 aria-hidden />
                  {t('present.leaf')}
                </button>
              ) : (
                <button
                  type="button"
                  className={classes.tool}
                  data-primary
                  onClick={() => setOwn(null)}
                  data-testid="presented-follow"
                >
                  <IconUsersGroup aria-hidden />
                  {t('present.follow')}
                </button>
              ))}
            <button
              type="button"
              className={classes.tool}
              disabled={!buttons.mayShrink || (size === 1 && !mayBeWhole)}
              onClick={buttons.onShrink}
              data-testid="presented-smaller"
            >
              <IconZoomOut aria-hidden />
              {t('document.smaller')}
            </button>
            <button
              type="button"
              className={classes.tool}
              disabled={!buttons.mayGrow}
              onClick={buttons.onGrow}
              data-testid="presented-bigger"
            >
              <IconZoomIn aria-hidden />
              {t('document.bigger')}
            </button>
            {mayEnd && (
              <button
                type="button"
                className={classes.tool}
                data-danger
                disabled={end.busy}
                onClick={end.run}
                data-testid="presented-stop"
              >
                <IconPlayerStop aria-hidden />
                {t('media.stop_share')}
              </button>
            )}
          </div>
        </section>
      </section>
    </div>
  )
}
