// How much room there is for a page, kept in step with the window.
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Size } from '../reader/pageSizes.ts'

/** Around the page. */
const MARGIN_PX = 12

export function useSpace<E extends HTMLElement>(): { ref: RefObject<E | null>; space: Size | null } {
  const ref = useRef<E>(null)
  const [space, setSpace] = useState<Size | null>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    // The bars of scrolling are left out: with them the page would change its size when it is made bigger.
    const measure = () => {
      const width = element.offsetWidth - MARGIN_PX
      const height = element.offsetHeight - MARGIN_PX
      if (width <= 0 || height <= 0) return
      setSpace((now) => (now?.width === width && now.height === height ? now : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, space }
}
