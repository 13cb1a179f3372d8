// What changes under the person's hand: the press that led on has taken away the button that had the focus, so the focus goes to what came in
// its place. Changes that come by themselves leave it where it is.
import { useEffect, useRef } from 'react'
import classes from './Poll.module.css'

export function Stepped({ step, children }: { step: string; children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  const had = useRef(false)
  useEffect(() => {
    if (shown.current !== step && had.current && !place.current?.contains(document.activeElement)) {
      had.current = document.activeElement === document.body
      if (had.current) place.current?.focus()
    }
    shown.current = step
  }, [step])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes whether the focus is within
    <div
      ref={place}
      tabIndex={-1}
      className={classes.stepped}
      onFocus={() => {
        had.current = true
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) had.current = false
      }}
    >
      {children}
    </div>
  )
}
