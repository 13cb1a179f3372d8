// One page of a PDF: drawn when it comes near, forgotten when it is far, so that a long file fits into a cheap phone.
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { finenessFor, type Size, scaleFor } from './pageSizes.ts'
import { linesOf } from './pageText.ts'
import classes from './Reader.module.css'
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

type Drawn = 'no' | 'yes' | 'failed'

/** Drawn beforehand, so that turning pages shows no white. */
const NEAR = '75% 0px'

export function PdfPage({ pdf, number, likely, available, zoom, watermark }: PdfPageProps) {
  const { t } = useWords()
  const place = useRef<HTMLElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  const [own, setOwn] = useState<Size | null>(null)
  const [drawn, setDrawn] = useState<Drawn>('no')
  const [lines, setLines] = useState<string[] | null>(null)

  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: place.current.closest('[data-testid=reader-content]'),
      rootMargin: NEAR,
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (!near || !paper.current) return
    const sheet = paper.current
    let task: RenderTask | null = null
    let page: PDFPageProxy | null = null
    let left = false
    const draw = async () => {
      try {
        page = await pdf.getPage(number)
        const { width, height } = page.getViewport({ scale: 1 })
        setOwn((now) => (now?.width === width && now.height === height ? now : { width, height }))
        if (left) return
        const scale = scaleFor({ width, height }, available, zoom)
        const fineness = finenessFor({ width: width * scale, height: height * scale }, devicePixelRatio)
        const viewport = page.getViewport({ scale: scale * fineness })
        // Drawn apart and then put in its place: while it is made bigger, the old picture stays.
        const canvas = document.createElement('canvas')
        canvas.width = Math.floor(viewport.width)
        canvas.height = Math.floor(viewport.height)
        task = page.render({ canvas, viewport })
        await task.promise
        if (left) return release(canvas)
        for (const old of sheet.querySelectorAll('canvas')) release(old)
        sheet.replaceChildren(canvas)
        setDrawn('yes')
        const { items } = await page.getTextContent()
        if (!left) setLines(linesOf(items))
      } catch {
        // A break of the line is told above the pages, and what stopped with it is drawn when the file is opened again.
        if (!left) setDrawn((now) => (now === 'yes' ? now : 'failed'))
      }
    }
    void draw()
    return () => {
      left = true
      task?.cancel()
      page?.cleanup()
    }
  }, [pdf, number, available, zoom, near])

  useEffect(() => {
    const sheet = paper.current
    if (!near || !sheet) return
    return () => {
      for (const canvas of sheet.querySelectorAll('canvas')) release(canvas)
      sheet.replaceChildren()
      setDrawn('no')
    }
  }, [near])

  const { width, height } = own ?? likely
  const scale = scaleFor({ width, height }, available, zoom)
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

/** Safari keeps the memory of a canvas that is merely taken away. */
function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
