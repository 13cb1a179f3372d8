// Where a page and a pointer on it lie: plain figures, apart from pdf.js and React.
import type { ShownPage } from '@hoi-truong/shared/document'
import type { Size } from '../reader/pageSizes.ts'

export type Pointer = ShownPage['pointer']

/** The whole page in sight; then as it can be read; then bigger for whoever needs it. */
export const WHOLE = 0
export const sizes = [WHOLE, 1, 1.5, 2, 3, 4] as const

/** CSS pixels for a point: with less, nobody reads the twelve points of a report. Slides are written larger, and are wide. */
const LEGIBLE = 0.7

const wholeScale = (page: Size, space: Size): number =>
  Math.max(0.05, Math.min(space.width / page.width, space.height / page.height))

/** CSS pixels for a point. A page of text is not made so small that it would be of no use; what is lost then is the bottom, never a side. */
export function fitScale(page: Size, space: Size, size: number): number {
  const whole = wholeScale(page, space)
  if (size === WHOLE) return whole
  const isText = page.height > page.width
  return (isText ? Math.max(whole, Math.min(LEGIBLE, space.width / page.width)) : whole) * size
}

/** Whether a page of this size is larger than the place it has. */
export const isCut = (page: Size, space: Size, size: number): boolean =>
  fitScale(page, space, size) > wholeScale(page, space)

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
