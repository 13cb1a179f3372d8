// The active speaker of the room as this page shows it, moved on by what is heard and by the clock.
import { useEffect, useRef, useState } from 'react'
import { useMediaView } from '../../meeting/hooks/useRoomPlace.ts'
import { dueAt, nextSpeaker, nobodyYet } from '../activeSpeaker.ts'

/**
 * @param floor the device that carries whoever was given the floor
 * @param candidates whose picture can be large: the devices in the room but the own one
 */
export function useActiveSpeaker(floor: string | null, candidates: readonly string[]): string | null {
  const speakers = useMediaView((view) => view.speakers)
  const [state, setState] = useState(nobodyYet)
  const latest = useRef({ floor, candidates, speakers })
  latest.current = { floor, candidates, speakers }
  const here = candidates.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them is a reason to look again; the values are read when it happens
  useEffect(() => setState((before) => nextSpeaker(before, heardNow(latest.current))), [floor, speakers, here])
  const due = dueAt(state)
  useEffect(() => {
    if (due === null) return
    const look = () => setState((before) => nextSpeaker(before, heardNow(latest.current)))
    const timer = setTimeout(look, Math.max(0, due - Date.now()))
    return () => clearTimeout(timer)
  }, [due])
  return floor ?? state.memberId
}

interface Latest {
  floor: string | null
  candidates: readonly string[]
  speakers: readonly string[]
}

const heardNow = ({ floor, candidates, speakers }: Latest) => ({
  at: Date.now(),
  floor,
  speakers: speakers.filter((memberId) => candidates.includes(memberId)),
  isHere: (memberId: string) => candidates.includes(memberId),
})
