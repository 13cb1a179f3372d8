// Whose eyes this copy is for, pale across the page, on the screen and on paper: one thinks before handing it on. Not for screen readers, and
// not to be selected with the text.
import { Fragment, useId } from 'react'
import classes from './Reader.module.css'

const LETTER_PX = 9.8
const LINE_PX = 22
const GAP_PX = 70
const HIGH = 230

export function Watermark({ lines }: { lines: readonly string[] }) {
  const id = useId()
  const wide = Math.max(...lines.map((line) => line.length), 1) * LETTER_PX + GAP_PX
  // Half a step on in each direction, so that no strip of the page is without a name.
  const places = [
    [0, 0],
    [wide / 2, HIGH / 2],
    [-wide / 2, HIGH / 2],
  ] as const
  return (
    <svg className={classes.watermark} aria-hidden="true" focusable="false" data-testid="document-watermark">
      <defs>
        <pattern id={id} width={wide} height={HIGH} patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          {places.map(([x, y]) => (
            <Fragment key={x}>
              {lines.map((line, place) => (
                <text key={line} x={x + GAP_PX / 2} y={y + 30 + place * LINE_PX}>
                  {line}
                </text>
              ))}
            </Fragment>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  )
}
