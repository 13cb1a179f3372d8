// A page of a PDF drawn into its paper, as sharp as the screen is: the reader and the presented page differ only in its size.
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useCallback, useEffect, useRef, useState } from 'react'
import { finenessFor, type Size } from './pageSizes.ts'
import { linesOf } from './pageText.ts'

type Drawn = 'no' | 'yes' | 'failed'

export interface DrawnPage {
  paper: React.RefObject<HTMLDivElement | null>
  /** The page's own size in points; null until it is known. */
  own: Size | null
  drawn: Drawn
  /** For whoever has it read aloud; null until they are known. */
  lines: string[] | null
  /** Gives the memory of the picture back. */
  forget(): void
}

/**
 * @param number from 1
 * @param scaleOf how large the page is to be, by its own size; drawn anew whenever this is another function
 * @param finest canvas pixels for each CSS pixel at most
 */
export function useDrawnPage(
  pdf: PDFDocumentProxy,
  number: number,
  mayDraw: boolean,
  scaleOf: (page: Size) => number,
  finest?: number,
): DrawnPage {
  const paper = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<Size | null>(null)
  const [drawn, setDrawn] = useState<Drawn>('no')
  const [lines, setLines] = useState<string[] | null>(null)

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
        const scale = scaleOf({ width, height })
        const fineness = finenessFor({ width: width * scale, height: height * scale }, devicePixelRatio, finest)
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
  }, [pdf, number, mayDraw, scaleOf, finest])

  const sheet = useRef<HTMLDivElement | null>(null)
  useEffect(() => {
    sheet.current = paper.current
  }, [])
  const forget = useCallback(() => {
    // Asked when the page is gone from the screen as well, and its element from `paper`.
    for (const canvas of sheet.current?.querySelectorAll('canvas') ?? []) release(canvas)
    sheet.current?.replaceChildren()
    setDrawn('no')
  }, [])
  return { paper, own, drawn, lines, forget }
}

/** Safari keeps the memory of a canvas that is merely taken away. */
function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}
