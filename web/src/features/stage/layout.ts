// How the stage is laid out, and what is shown large on it besides people: worked out from what is going on, unless the person has chosen.

export type Layout = 'speaker' | 'gallery' | 'shown'
export const layoutChoices = ['auto', 'speaker', 'gallery'] as const
export type LayoutChoice = (typeof layoutChoices)[number]

export interface Scene {
  choice: LayoutChoice
  /** A paper or a screen is shown, and the person has not put it away. */
  shown: boolean
  /** The person has pinned somebody who is here. */
  pinned: boolean
  /** This device stands before a whole site. */
  site: boolean
  /** Somebody has been given the floor. */
  floor: boolean
  /** Tiles in all, the own one too. */
  people: number
}

/** More than this no phone shows without scrolling. */
const SMALL_ROOM = 9

export function chooseLayout({ choice, shown, pinned, site, floor, people }: Scene): Layout {
  if (shown) return 'shown'
  if (pinned) return 'speaker'
  if (choice !== 'auto') return choice
  if (site && people > 1) return 'speaker'
  if (people <= 2) return 'gallery'
  return floor || people > SMALL_ROOM ? 'speaker' : 'gallery'
}

/** A presented paper or somebody's screen. */
export interface Shown {
  id: string
  kind: 'document' | 'screen' | 'ownScreen'
  memberId: string
}

/** What is shown now in the order in which it came up: the last one is what everybody looks at. */
export function inOrderOfAppearance(before: readonly Shown[], now: readonly Shown[]): Shown[] {
  const staying = before.flatMap(({ id }) => now.find((one) => one.id === id) ?? [])
  return [...staying, ...now.filter(({ id }) => !before.some((one) => one.id === id))]
}
