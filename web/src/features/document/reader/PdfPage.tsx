// One page of a PDF: drawn when it comes near, forgotten when it is far, so that a long file fits into a cheap phone.
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { type Size, scaleFor } from './pageSizes.ts'
import classes from './Reader.module.css'
import { useDrawnPage } from './useDrawnPage.ts'
import { Watermark } from './Watermark.tsx'

interface PdfPageProps {
  pdf: PDFDocumentProxy
  /** From 1. */
  number: number
  /** Taken to be its size until it is known. */
  likely: Size
  /** CSS pixels that a page may be wide when it is not made bigger. */
  available: number
  zoom: number
  watermark: readonly string[]
}

/** Drawn beforehand, so that turning pages shows no white. */
const NEAR = '75% 0px'

export function PdfPage({ pdf, number, likely, available, zoom, watermark }: PdfPageProps) {
  const { t } = useWords()
  const place = useRef<HTMLElement>(null)
  const [near, setNear] = useState(false)
  const scaleOf = useCallback((page: Size) => scaleFor(page, available, zoom), [available, zoom])
  const { paper, own, drawn, lines, forget } = useDrawnPage(pdf, number, near, scaleOf)

  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: place.current.closest('[data-testid=reader-content]'),
      rootMargin: NEAR,
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])

  useEffect(() => (near ? forget : undefined), [near, forget])

  const { width, height } = own ?? likely
  const scale = scaleOf({ width, height })
  return (
    <section
      ref={place}
      className={classes.pdfPage}
      style={{ '--page-width': `${width * scale}px`, '--page-height': `${height * scale}px` } as React.CSSProperties}
      aria-label={t('document.page', { page: number })}
      data-testid="reader-pdf-page"
      data-page={number}
      data-drawn={drawn === 'yes'}
    >
      <div ref={paper} className={classes.paper} aria-hidden="true" />
      {drawn !== 'yes' && (
        <p className={classes.pageWord}>{t(drawn === 'failed' ? 'document.page_failed' : 'document.page_loading')}</p>
      )}
      {lines !== null && (
        <div className="hidden-text">
          {lines.length === 0 ? <p>{t('document.page_without_text')}</p> : <p>{lines.join('\n')}</p>}
        </div>
      )}
      <Watermark lines={watermark} />
    </section>
  )
}
