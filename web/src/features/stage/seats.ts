// Who sits where on the stage. Places change as little as may be: the chair first, the others as they came, oneself last; in a large room
// only those have a tile with room for a picture of whom there is something to see, the others a line.
import type { Layout } from './layout.ts'

export interface Seat {
  memberId: string
  chair: boolean
  own: boolean
  /** Sends a picture, whether or not it is shown here. */
  camera: boolean
  /** The picture is there. */
  picture: boolean
  speaking: boolean
  /** Waits to be called, or was pinned: to be found at a glance. */
  marked: boolean
  /** When the member came (ISO 8601): people keep their seats while others come and go. */
  since: string
}

export interface Seating<S extends Seat = Seat> {
  /** Large by itself; null in a gallery. */
  main: S | null
  /** With room for a picture. */
  tiles: S[]
  /** A line each. */
  lines: S[]
}

export interface SeatingWish {
  layout: Layout
  /** Whom the others look at: pinned, with the floor, speaking, else the chair. */
  mainId: string | null
  /** Pictures that this device is sent at most. */
  cameras: number
}

/** As many as fit on a laptop without scrolling. */
const ALL_TILES = 9

export function arrangeSeats<S extends Seat>(
  seats: readonly S[],
  { layout, mainId, cameras }: SeatingWish,
): Seating<S> {
  const sorted = seats.toSorted((a, b) => rank(a) - rank(b) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  const main = layout === 'gallery' ? null : (sorted.find(({ memberId }) => memberId === mainId) ?? null)
  const others = sorted.filter((seat) => seat !== main)
  if (sorted.length <= ALL_TILES) return { main, tiles: others, lines: [] }
  const pictured = withPicture(others, Math.max(0, cameras - (main?.camera && !main.own ? 1 : 0)))
  const hasTile = (seat: S) => seat.chair || seat.own || seat.speaking || seat.marked || pictured.has(seat.memberId)
  return { main, tiles: others.filter(hasTile), lines: others.filter((seat) => !hasTile(seat)) }
}

const rank = ({ own, chair }: Seat): number => (own ? 2 : chair ? 0 : 1)

/** Those whose picture is there, then those who could have one: whoever has no tile would never be asked for it. */
function withPicture(seats: readonly Seat[], cameras: number): Set<string> {
  const sending = seats.filter(({ camera, own }) => camera && !own)
  const shownFirst = sending.toSorted((a, b) => Number(b.picture) - Number(a.picture))
  return new Set(shownFirst.slice(0, cameras).map(({ memberId }) => memberId))
}

/** Whom everybody looks at. Oneself only when there is nobody else: a mirror tells a speaker nothing. */
export function mainSeat(
  seats: readonly Seat[],
  wanted: readonly (string | null)[],
  pinnedId: string | null,
): string | null {
  const here = (memberId: string | null) => seats.find((seat) => seat.memberId === memberId)
  if (here(pinnedId)) return pinnedId
  const others = wanted.map(here).filter((seat) => seat !== undefined && !seat.own)
  const next = others[0] ?? seats.find(({ own, camera }) => !own && camera) ?? seats.find(({ own }) => !own) ?? seats[0]
  return next?.memberId ?? null
}
