// The presenter's mouse or finger on the page; it goes by itself when the hand rests, so that nobody wonders what a forgotten point means.
import { useEffect, useRef } from 'react'
import { type Pointer, pointerAt } from './fit.ts'

const REST_MS = 4_000
/** A trembling hand is no movement. */
const LEAST = 0.003

export interface Pointing {
  onPointerDown(event: React.PointerEvent<HTMLElement>): void
  onPointerMove(event: React.PointerEvent<HTMLElement>): void
  onPointerLeave(event: React.PointerEvent<HTMLElement>): void
}

export function usePointing(onPoint: (pointer: Pointer) => void): Pointing {
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef<Pointer>(null)
  useEffect(() => () => clearTimeout(rest.current), [])
  const say = (pointer: Pointer) => {
    clearTimeout(rest.current)
    last.current = pointer
    onPoint(pointer)
    if (pointer) rest.current = setTimeout(() => say(null), REST_MS)
  }
  const move = (event: React.PointerEvent<HTMLElement>) => {
    const pointer = pointerAt(event, event.currentTarget.getBoundingClientRect())
    const before = last.current
    if (before && Math.hypot(pointer.x - before.x, pointer.y - before.y) < LEAST) return
    say(pointer)
  }
  return {
    onPointerDown: move,
    onPointerMove: move,
    // A finger that is lifted leaves the point for as long as any; a mouse has gone elsewhere.
    onPointerLeave: (event) => event.pointerType === 'mouse' && last.current && say(null),
  }
}
