// Where a page and a pointer on it lie: plain figures, apart from pdf.js and React.
import type { ShownPage } from '@hoi-truong/shared/document'
import type { Size } from '../reader/pageSizes.ts'

export type Pointer = ShownPage['pointer']

/** Of the whole page in the space there is; then bigger for whoever needs it. */
export const sizes = [1, 1.5, 2, 3, 4] as const

/** CSS pixels for a point, so that the whole page is in sight when it is not made bigger. */
export const fitScale = (page: Size, space: Size, zoom: number): number =>
  Math.max(0.05, Math.min(space.width / page.width, space.height / page.height)) * zoom

/** A share of the page in thousandths: finer than any pixel, and short to say. */
const thousandths = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000

export const pointerAt = (
  { clientX, clientY }: { clientX: number; clientY: number },
  page: { left: number; top: number; width: number; height: number },
): NonNullable<Pointer> => ({
  x: thousandths((clientX - page.left) / page.width),
  y: thousandths((clientY - page.top) / page.height),
})

/** Of the part in sight: a pointer nearer to its edge than this is brought in. */
const MARGIN = 0.15

/** How far to scroll so that the place comes into the middle of what is in sight; as it is where it stands well already. */
export function scrolledTo(place: number, scrolled: number, length: number): number {
  const margin = length * MARGIN
  const inSight = place >= scrolled + margin && place <= scrolled + length - margin
  return inSight ? scrolled : Math.max(0, place - length / 2)
}
