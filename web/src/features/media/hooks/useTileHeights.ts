// Measures the tiles that are in sight, so that each picture is asked for in the size in which it is shown, and none that is not seen.
import { useEffect, useRef } from 'react'

/** Phones have three pixels for each that an eye tells apart: a larger picture would only cost battery and data. */
const density = () => (Math.min(screen.width, screen.height) < 600 ? 1 : Math.min(devicePixelRatio, 2))

/** Whoever scrolls past many tiles does not want them all. */
const SETTLED_MS = 150

/**
 * @returns ref for the place of the tiles; reports heights in device pixels by member id whenever they change,
 * and to another `report` at once
 */
export function useTileHeights(report: (heights: ReadonlyMap<string, number>) => void) {
  const place = useRef<HTMLDivElement>(null)
  const heights = useRef<ReadonlyMap<string, number>>(new Map())
  const latest = useRef(report)
  useEffect(() => {
    latest.current = report
    report(heights.current)
  }, [report])
  useEffect(() => {
    const element = place.current
    if (!element) return
    const inSight = new Set<Element>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      const measured = new Map<string, number>()
      for (const tile of inSight) {
        const { memberId = '' } = (tile as HTMLElement).dataset
        measured.set(memberId, Math.round(tile.clientHeight * density()))
      }
      heights.current = measured
      latest.current(measured)
    }
    const settle = () => {
      clearTimeout(timer)
      timer = setTimeout(tell, SETTLED_MS)
    }
    const sizes = new ResizeObserver(settle)
    const sights = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        if (isIntersecting) inSight.add(target)
        else inSight.delete(target)
      }
      settle()
    })
    const observed = new Set<Element>()
    const observe = () => {
      const tiles = new Set(element.querySelectorAll('[data-member-id]:not([data-compact="true"])'))
      for (const tile of [...observed].filter((one) => !tiles.has(one))) {
        sizes.unobserve(tile)
        sights.unobserve(tile)
        observed.delete(tile)
        inSight.delete(tile)
        settle()
      }
      for (const tile of [...tiles].filter((one) => !observed.has(one))) {
        sizes.observe(tile)
        sights.observe(tile)
        observed.add(tile)
      }
    }
    const seats = new MutationObserver(observe)
    seats.observe(element, { childList: true, subtree: true, attributeFilter: ['data-compact'] })
    observe()
    return () => {
      clearTimeout(timer)
      seats.disconnect()
      sizes.disconnect()
      sights.disconnect()
    }
  }, [])
  return place
}
