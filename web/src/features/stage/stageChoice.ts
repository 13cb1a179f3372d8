// What the person has chosen for the stage: the layout, kept on this device, and whom they have pinned, kept while the meeting lasts.
import { createStore } from 'zustand/vanilla'
import { type LayoutChoice, layoutChoices } from './layout.ts'

const LAYOUT = 'hoi-truong.layout'
const pinKey = (meetingId: string) => `hoi-truong.pin.${meetingId}`

interface StageChoice {
  layout: LayoutChoice
  pin: { meetingId: string; memberId: string } | null
}

export const stageChoice = createStore<StageChoice>(() => ({ layout: keptLayout(), pin: null }))

export function chooseLayoutFor(layout: LayoutChoice): void {
  stageChoice.setState({ layout })
  keep(() => localStorage.setItem(LAYOUT, layout))
}

/** Null takes the pin off. */
export function pinMember(meetingId: string, memberId: string | null): void {
  stageChoice.setState({ pin: { meetingId, memberId: memberId ?? '' } })
  keep(() => sessionStorage.setItem(pinKey(meetingId), memberId ?? ''))
}

export function pinnedIn({ pin }: StageChoice, meetingId: string): string | null {
  const memberId = pin?.meetingId === meetingId ? pin.memberId : read(() => sessionStorage.getItem(pinKey(meetingId)))
  return memberId || null
}

function keptLayout(): LayoutChoice {
  const kept = read(() => localStorage.getItem(LAYOUT))
  return layoutChoices.find((choice) => choice === kept) ?? 'auto'
}

function keep(write: () => void): void {
  try {
    write()
  } catch {
    // Private windows: chosen for as long as the page is open.
  }
}

function read(from: () => string | null): string | null {
  try {
    return from()
  } catch {
    return null
  }
}
