// Pages by keyboard, and by the small remote controls of speakers, which are keyboards with two keys.
import { useEffect, useRef } from 'react'

const forward = new Set(['ArrowRight', 'PageDown'])
const back = new Set(['ArrowLeft', 'PageUp'])
const fields =
  'input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=radiogroup], [role=tablist]'

/** Which way a key turns the page, null: it means something else where it was pressed. */
export function turnBy(key: string, target: Element | null): -1 | 1 | null {
  const by = forward.has(key) ? 1 : back.has(key) ? -1 : null
  if (by === null || target?.closest(fields)) return null
  // In a panel the arrows move what is there; a remote control has no arrows.
  return key.startsWith('Arrow') && target?.closest('aside') ? null : by
}

export function usePageKeys(enabled: boolean, onTurn: (by: -1 | 1) => void): void {
  const turn = useRef(onTurn)
  turn.current = onTurn
  useEffect(() => {
    if (!enabled) return
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const by = turnBy(event.key, event.target instanceof Element ? event.target : null)
      if (by === null) return
      event.preventDefault()
      turn.current(by)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [enabled])
}
