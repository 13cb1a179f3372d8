// Questions here are there only while they are asked, and what is gone cannot give the focus back: whoever goes by keyboard returns to the
// button that asked.
import { useEffect, useRef } from 'react'

export function useFocusBack(asking: boolean): void {
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    if (asking) {
      opener.current = document.activeElement
      return
    }
    const { current } = opener
    opener.current = null
    if (document.activeElement === document.body && current instanceof HTMLElement && current.isConnected)
      current.focus()
  }, [asking])
}
