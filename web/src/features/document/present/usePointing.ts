// The presenter's mouse or finger on the page.
import { useRef } from 'react'
import { type Pointer, pointerAt } from './fit.ts'

/** A trembling hand is no movement. */
const LEAST = 0.003

export interface Pointing {
  onPointerDown(event: React.PointerEvent<HTMLElement>): void
  onPointerMove(event: React.PointerEvent<HTMLElement>): void
  onPointerLeave(event: React.PointerEvent<HTMLElement>): void
}

export function usePointing(onPoint: (pointer: Pointer) => void): Pointing {
  const last = useRef<Pointer>(null)
  const say = (pointer: Pointer) => {
    last.current = pointer
    onPoint(pointer)
  }
  return {
    onPointerDown: (event) => say(pointerAt(event, event.currentTarget.getBoundingClientRect())),
    onPointerMove: (event) => {
      const pointer = pointerAt(event, event.currentTarget.getBoundingClientRect())
      const before = last.current
      if (!before || Math.hypot(pointer.x - before.x, pointer.y - before.y) >= LEAST) say(pointer)
    },
    // A lifted finger leaves its point standing until it fades; a mouse has gone elsewhere.
    onPointerLeave: ({ pointerType }) => {
      if (pointerType === 'mouse' && last.current) say(null)
    },
  }
}
