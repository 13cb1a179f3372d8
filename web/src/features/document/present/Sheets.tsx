// The place of the page: as large as there is room, moved by itself where it is made bigger; a chunk of its own because of pdf.js.
import type { PostedDocument } from '@hoi-truong/shared/document'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { ReaderTrouble, WaitingForNetwork } from '../reader/ReaderTrouble.tsx'
import { usePdf } from '../reader/usePdf.ts'
import { isCut, type Pointer, scrolledTo } from './fit.ts'
import { keptParts } from './keptParts.ts'
import classes from './Presented.module.css'
import { Sheet } from './Sheet.tsx'
import { usePointing } from './usePointing.ts'
import { useSpace } from './useSpace.ts'

export interface SheetsProps {
  meetingId: string
  document: PostedDocument
  page: number
  size: number
  pointer: Pointer
  /** Whether the page moves to where the pointer is. */
  follows: boolean
  watermark: readonly string[]
  /** Told whether there is a smaller way to show the page than the usual one. */
  onMayShrink(may: boolean): void
  /** For the presenter. */
  onPoint?: (pointer: Pointer) => void
}

/** Of the width of a sheet: less than any letter is written with. */
const MARGIN_OF_PAPER = 0.08
/** Larger ones would fill a phone's memory with pages that nobody looks at. */
const MOST_KEPT_SIZE = 2
const nothing = () => undefined

export function Sheets({
  meetingId,
  document,
  page,
  size,
  pointer,
  follows,
  watermark,
  onMayShrink,
  onPoint,
}: SheetsProps) {
  const { t } = useWords()
  const [attempt, setAttempt] = useState(0)
  const { documentId, bytes } = document
  const { pdf, first, silent, failure } = usePdf(meetingId, documentId, bytes, attempt, keptParts.keeping)
  const { ref, space } = useSpace<HTMLElement>()
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set())
  const pointing = usePointing(onPoint ?? nothing)

  const onDrawn = useCallback((number: number, is: boolean) => {
    setDrawn((before) => {
      if (before.has(number) === is) return before
      return is ? new Set([...before, number]) : new Set([...before].filter((one) => one !== number))
    })
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another page, or a page of another size, is shown
  useLayoutEffect(() => {
    const place = ref.current
    if (!place) return
    place.scrollTop = 0
    // What is lost at the sides is the margins first, and never the beginning of the lines.
    place.scrollLeft = Math.min((place.scrollWidth - place.clientWidth) / 2, place.scrollWidth * MARGIN_OF_PAPER)
  }, [page, size, pdf, ref])

  useEffect(() => {
    const place = ref.current
    const sheet = place?.querySelector<HTMLElement>('[data-testid=presented-page]:not([hidden])')
    if (!place || !sheet || !pointer || !follows) return
    place.scrollTo({
      left: scrolledTo(sheet.offsetLeft + pointer.x * sheet.offsetWidth, place.scrollLeft, place.clientWidth),
      top: scrolledTo(sheet.offsetTop + pointer.y * sheet.offsetHeight, place.scrollTop, place.clientHeight),
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    })
  }, [pointer, follows, ref])

  const mayShrink = space !== null && isCut(first, space, 1)
  useEffect(() => onMayShrink(mayShrink), [mayShrink, onMayShrink])

  const around = [page, page + 1, ...(size <= MOST_KEPT_SIZE ? [page - 1] : [])]
  const numbers = pdf ? around.filter((number) => number >= 1 && number <= pdf.numPages).sort((a, b) => a - b) : []
  return (
    <section
      ref={ref}
      className={classes.place}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody could move a page that is made bigger by keyboard
      tabIndex={0}
      aria-label={t('document.content')}
      data-testid="presented-content"
    >
      {failure && <ReaderTrouble problem={failure.problem} onRetry={() => setAttempt(attempt + 1)} />}
      {silent && !failure && (
        <div className={classes.waiting}>
          <WaitingForNetwork />
        </div>
      )}
      {!pdf && !failure && (
        <p className={classes.opening} role="status">
          {t('present.opening')}
        </p>
      )}
      {pdf &&
        space &&
        numbers.map((number) => (
          <Sheet
            key={`${attempt} ${number}`}
            pdf={pdf}
            number={number}
            likely={first}
            space={space}
            size={size}
            shown={number === page}
            mayDraw={number === page || drawn.has(page)}
            watermark={watermark}
            onDrawn={onDrawn}
          >
            {number === page && onPoint && (
              <div
                className={classes.pointing}
                {...pointing}
                data-moves={isCut(first, space, size)}
                title={t('present.pointer_hint')}
                data-testid="presented-pointing"
              />
            )}
            {number === page && pointer && (
              <span
                className={classes.pointer}
                style={{ left: `${pointer.x * 100}%`, top: `${pointer.y * 100}%` }}
                data-own={onPoint !== undefined}
                data-testid="presented-pointer"
                aria-hidden="true"
              />
            )}
          </Sheet>
        ))}
    </section>
  )
}
