// A PDF page below page, in a strip that is scrolled; a chunk of its own, because pdf.js is larger than all the rest.
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { PdfPage } from './PdfPage.tsx'
import { pageAt, zooms } from './pageSizes.ts'
import classes from './Reader.module.css'
import { ReaderTools } from './ReaderTools.tsx'
import { ReaderTrouble, WaitingForNetwork } from './ReaderTrouble.tsx'
import { ReadingPlace } from './ReadingPlace.tsx'
import type { ReadingProps } from './readingProps.ts'
import { usePdf } from './usePdf.ts'
import { useZoom } from './useZoom.ts'

const KEPT = 'hoi-truong.page-size'
/** Of the width of a sheet: less than any letter is written with. */
const MARGIN_OF_PAPER = 0.08
/** Left and right of a page. */
const MARGIN_PX = 16

export function PdfReader({ meetingId, document, watermark }: ReadingProps) {
  const { t } = useWords()
  const [attempt, setAttempt] = useState(0)
  const { pdf, first, silent, failure } = usePdf(meetingId, document.documentId, document.bytes, attempt)
  const { zoom, buttons } = useZoom(zooms, KEPT)
  const strip = useRef<HTMLElement>(null)
  const [available, setAvailable] = useState(0)
  const [page, setPage] = useState(1)
  const all = pdf?.numPages ?? document.pages ?? 1
  const shown = failure === null

  useEffect(() => {
    const element = strip.current
    if (!element || !shown) return
    const measure = () => setAvailable(element.clientWidth - MARGIN_PX)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown])

  // Made bigger or turned round, the page that was being read stays in sight.
  const reading = useRef(1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever pages change their size
  useLayoutEffect(() => {
    const element = strip.current
    if (!element) return
    if (reading.current > 1) goTo(element, reading.current)
    // What is lost at the sides is the margins first, and never the beginning of the lines.
    element.scrollLeft = Math.min(
      (element.scrollWidth - element.clientWidth) / 2,
      element.scrollWidth * MARGIN_OF_PAPER,
    )
  }, [zoom, available, pdf])

  if (failure) return <ReaderTrouble problem={failure.problem} onRetry={() => setAttempt(attempt + 1)} />
  const onScroll = () => {
    const element = strip.current
    if (!element) return
    reading.current = pageAt(topsIn(element), element.scrollTop, element.clientHeight)
    setPage(reading.current)
  }
  return (
    <>
      <ReaderTools zoom={buttons} page={{ now: page, all, onGo: (wanted) => goTo(strip.current, wanted) }} />
      {silent && <WaitingForNetwork />}
      <ReadingPlace ref={strip} onScroll={onScroll}>
        {!pdf && (
          <p className={classes.word} role="status">
            {t('document.loading')}
          </p>
        )}
        <p className={classes.printNote}>{t('document.print_partial')}</p>
        {pdf &&
          available > 0 &&
          numbersTo(pdf.numPages).map((number) => (
            <PdfPage
              key={`${attempt} ${number}`}
              pdf={pdf}
              number={number}
              likely={first}
              available={available}
              zoom={zoom}
              watermark={watermark}
            />
          ))}
      </ReadingPlace>
    </>
  )
}

const numbersTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

const pagesIn = (strip: HTMLElement): HTMLElement[] => [
  ...strip.querySelectorAll<HTMLElement>('[data-testid=reader-pdf-page]'),
]

const topsIn = (strip: HTMLElement): number[] => pagesIn(strip).map(({ offsetTop }) => offsetTop - strip.offsetTop)

function goTo(strip: HTMLElement | null, page: number): void {
  const wanted = strip && pagesIn(strip)[page - 1]
  if (strip && wanted) strip.scrollTop = wanted.offsetTop - strip.offsetTop
}
