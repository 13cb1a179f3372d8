// Which page a viewer looks at: the presenter's, or one of their own for as long as they leaf alone.

/** Null: with the presenter. */
export type OwnPage = number | null

export interface Leafing {
  /** Of the presenter; null: nobody has said yet. */
  shown: number | null
  own: OwnPage
  /** Null: not known yet. */
  pages: number | null
}

const within = (page: number, pages: number | null): number => Math.min(Math.max(1, page), pages ?? Infinity)

export const pageOf = ({ shown, own, pages }: Leafing): number => within(own ?? shown ?? 1, pages)

/** Begins where everybody is. */
export const leafed = (state: Leafing, by: -1 | 0 | 1): number => within(pageOf(state) + by, state.pages)

/** What was typed as a page's number; null: none of this document's. */
export function typedPage(text: string, pages: number | null): number | null {
  const page = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : 0
  return page >= 1 && page <= (pages ?? 0) ? page : null
}
