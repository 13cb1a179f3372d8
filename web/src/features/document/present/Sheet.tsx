// One page, drawn as sharp as the screen is and as large as the place allows. Those beside the shown one are drawn beforehand and hidden, so
// that turning to them takes no time.
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { finenessFor, type Size } from '../reader/pageSizes.ts'
import { linesOf } from '../reader/pageText.ts'
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

type Drawn = 'no' | 'yes' | 'failed'

export function Sheet({ pdf, number, likely, space, size, shown, mayDraw, watermark, onDrawn, children }: SheetProps) {
  const { t } = useWords()
  const paper = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<Size | null>(null)
  const [drawn, setDrawn] = useState<Drawn>('no')
  const [lines, setLines] = useState<string[] | null>(null)
  const { width: wide, height: high } = space

  useEffect(() => {
    if (!mayDraw || !paper.current) return
    const sheet = paper.current
    let task: RenderTask | null = null
    let page: PDFPageProxy | null = null
    let left = false
    const draw = async () => {
      try {
        page = await pdf.getPage(number)
        if (left) return
        const { width, height } = page.getViewport({ scale: 1 })
        setOwn((now) => (now?.width === width && now.height === height ? now : { width, height }))
        const scale = fitScale({ width, height }, { width: wide, height: high }, size)
        const fineness = finenessFor({ width: width * scale, height: height * scale }, devicePixelRatio, FINEST)
        const viewport = page.getViewport({ scale: scale * fineness })
        // Drawn apart and then put in its place: while it is made bigger, the old picture stays.
        const canvas = document.createElement('canvas')
        canvas.width = Math.max(1, Math.floor(viewport.width))
        canvas.height = Math.max(1, Math.floor(viewport.height))
        task = page.render({ canvas, viewport })
        await task.promise
        if (left) return release(canvas)
        for (const old of sheet.querySelectorAll('canvas')) release(old)
        sheet.replaceChildren(canvas)
        setDrawn('yes')
        const { items } = await page.getTextContent()
        if (!left) setLines(linesOf(items))
      } catch {
        if (!left) setDrawn((now) => (now === 'yes' ? now : 'failed'))
      }
    }
    void draw()
    return () => {
      left = true
      task?.cancel()
      page?.cleanup()
    }
  }, [pdf, number, wide, high, size, mayDraw])

  useEffect(() => onDrawn(number, drawn === 'yes'), [number, drawn, onDrawn])
  useEffect(() => {
    const sheet = paper.current
    return () => {
      for (const canvas of sheet?.querySelectorAll('canvas') ?? []) release(canvas)
      onDrawn(number, false)
    }
  }, [number, onDrawn])

  const page = own ?? likely
  const scale = fitScale(page, space, size)
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

/** Safari keeps the memory of a canvas that is merely taken away. */
function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
