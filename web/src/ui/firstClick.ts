// Old hands click twice. The second half of a double click must not press what the first half has just brought up: it asks for nothing.
import type { MouseEvent } from 'react'

/** For buttons that stand where another one stood a moment ago. A press by keyboard or screen reader counts as a first click. */
export const firstClick =
  (act: () => void) =>
  (event: MouseEvent): void => {
    if (event.detail < 2) act()
  }
