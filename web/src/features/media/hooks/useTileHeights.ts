// Measures the tiles, so that each picture is asked for in the size in which it is shown.
import { useEffect, useRef } from 'react'

/** Phones have three pixels for each that an eye tells apart: a larger picture would only cost battery and data. */
const density = () => (Math.min(screen.width, screen.height) < 600 ? 1 : Math.min(devicePixelRatio, 2))

/** @returns ref for the list of tiles; reports heights in device pixels by member id whenever they change */
export function useTileHeights(report: (heights: ReadonlyMap<string, number>) => void) {
  const list = useRef<HTMLUListElement>(null)
  const latest = useRef(report)
  useEffect(() => {
    latest.current = report
  })
  useEffect(() => {
    const element = list.current
    if (!element) return
    const measure = () => {
      const heights = new Map<string, number>()
      for (const tile of element.querySelectorAll<HTMLElement>('[data-member-id]')) {
        const { memberId = '' } = tile.dataset
        heights.set(memberId, Math.round(tile.clientHeight * density()))
      }
      latest.current(heights)
    }
    const sizes = new ResizeObserver(measure)
    const seats = new MutationObserver(() => {
      sizes.disconnect()
      sizes.observe(element)
      for (const tile of element.children) sizes.observe(tile)
    })
    seats.observe(element, { childList: true })
    sizes.observe(element)
    for (const tile of element.children) sizes.observe(tile)
    return () => {
      seats.disconnect()
      sizes.disconnect()
    }
  }, [])
  return list
}
