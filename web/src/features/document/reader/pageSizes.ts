// How large pages are drawn, which one is being read, and how fine a canvas may be: plain figures, apart from pdf.js and React.

export interface Size {
  width: number
  height: number
}

/** A4, in points: for pages that have not been looked at yet and a file whose first page is not there. */
export const A4: Size = { width: 595, height: 842 }

/** A laptop's screen is wider than a page should be. */
const WIDEST_PX = 900
/** Of one canvas: 16 MB, so that the few that are kept fit into a cheap phone. */
const MOST_PIXELS = 4_000_000
const FINEST = 2

export const zooms = [1, 1.25, 1.5, 2, 2.5, 3] as const

/** CSS pixels for a point, so that the page is as wide as the screen when it is not made bigger. */
export const scaleFor = (page: Size, available: number, zoom: number): number =>
  (Math.max(120, Math.min(available, WIDEST_PX)) / page.width) * zoom

/** Canvas pixels for a CSS pixel. */
export function finenessFor({ width, height }: Size, devicePixelRatio: number, finest = FINEST): number {
  const wanted = Math.min(Math.max(1, devicePixelRatio), finest)
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)))
}

/** The page that lies under the line a third down the screen; from 1. @param tops of the pages, in order */
export function pageAt(tops: readonly number[], scrolled: number, height: number): number {
  const line = scrolled + height / 3
  let page = 1
  for (const [index, top] of tops.entries()) if (top <= line) page = index + 1
  return page
}
