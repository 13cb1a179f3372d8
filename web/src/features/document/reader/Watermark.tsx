// Whose eyes this copy is for, pale across the page, on the screen and on paper: one thinks before handing it on. Not for screen readers, and
// not to be selected with the text.
import { useId } from 'react'
import classes from './Reader.module.css'

/** Long names with number and time fit into one repetition. */
const WIDE = 520
const HIGH = 150

export function Watermark({ words }: { words: string }) {
  const id = useId()
  return (
    <svg className={classes.watermark} aria-hidden="true" focusable="false" data-testid="document-watermark">
      <defs>
        <pattern id={id} width={WIDE} height={HIGH} patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="8" y="40">
            {words}
          </text>
          {/* Half a step on, so that no strip of the page is without a name. */}
          <text x={8 - WIDE / 2} y={40 + HIGH / 2}>
            {words}
          </text>
          <text x={8 + WIDE / 2} y={40 + HIGH / 2}>
            {words}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
