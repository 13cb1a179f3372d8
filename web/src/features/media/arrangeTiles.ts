// Who sits where: the chair first, oneself last. In a small room everybody has a large tile; in a large one those whose picture
// is shown, who speaks, the chair and oneself.

export interface Seat {
  memberId: string
  chair: boolean
  own: boolean
  hasPicture: boolean
  speaking: boolean
  /** When the member came (ISO 8601): people keep their seats while others come and go. */
  since: string
}

/** As many as fit on a laptop without scrolling. */
const ALL_LARGE = 9

export function arrangeTiles(seats: readonly Seat[]): { large: Seat[]; compact: Seat[] } {
  const order = (seat: Seat) => (seat.own ? 2 : seat.chair ? 0 : 1)
  const sorted = seats.toSorted((a, b) => order(a) - order(b) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  if (sorted.length <= ALL_LARGE) return { large: sorted, compact: [] }
  const isLarge = ({ chair, own, hasPicture, speaking }: Seat) => chair || own || hasPicture || speaking
  return { large: sorted.filter(isLarge), compact: sorted.filter((seat) => !isLarge(seat)) }
}
