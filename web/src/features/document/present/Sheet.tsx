// One page, drawn as sharp as the screen is and as large as the place allows. Those beside the shown one are drawn beforehand and hidden, so
// that turning to them takes no time.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useCallback, useEffect } from 'react'
import { useWords } from '../../../i18n/index.ts'
import type { Size } from '../reader/pageSizes.ts'
import { useDrawnPage } from '../reader/useDrawnPage.ts'
import { Watermark } from '../reader/Watermark.tsx'
import { fitScale } from './fit.ts'
import classes from './Presented.module.css'

/** Of phones with fine screens; the reader's limit of a canvas holds as well. */
const FINEST = 3

export interface SheetProps {
  pdf: PDFDocumentProxy
  /** From 1. */
  number: number
  /** Taken to be its size until it is known. */
  likely: Size
  space: Size
  size: number
  shown: boolean
  /** Those that are hidden wait for the one that is shown. */
  mayDraw: boolean
  watermark: readonly string[]
  onDrawn(number: number, drawn: boolean): void
  /** Over the page. */
  children?: React.ReactNode
}

export function Sheet({ pdf, number, likely, space, size, shown, mayDraw, watermark, onDrawn, children }: SheetProps) {
  const { t } = useWords()
  const { width: wide, height: high } = space
  const scaleOf = useCallback((page: Size) => fitScale(page, { width: wide, height: high }, size), [wide, high, size])
  const { paper, own, drawn, lines, forget } = useDrawnPage(pdf, number, mayDraw, scaleOf, FINEST)

  useEffect(() => onDrawn(number, drawn === 'yes'), [number, drawn, onDrawn])
  useEffect(
    () => () => {
      forget()
      onDrawn(number, false)
    },
    [number, onDrawn, forget],
  )

  const page = own ?? likely
  const scale = scaleOf(page)
  return (
    <section
      className={classes.sheet}
      style={{ width: Math.floor(page.width * scale), height: Math.floor(page.height * scale) }}
      hidden={!shown}
      aria-label={t('document.page', { page: number })}
      data-testid="presented-page"
      data-page={number}
      data-drawn={drawn === 'yes'}
    >
      <div ref={paper} className={classes.paper} aria-hidden="true" />
      {drawn !== 'yes' && (
        <p className={classes.pageWord} role="status" data-testid="presented-fetching">
          {t(drawn === 'failed' ? 'present.page_failed' : 'present.fetching', { page: number })}
        </p>
      )}
      {lines !== null && (
        <div className="hidden-text">
          {lines.length === 0 ? <p>{t('document.page_without_text')}</p> : <p>{lines.join('\n')}</p>}
        </div>
      )}
      <Watermark lines={watermark} />
      {children}
    </section>
  )
}
