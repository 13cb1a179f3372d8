// How an item is named wherever it is spoken of in the room: with its place in the order of business.
import type { AgendaItem } from '@hoi-truong/shared/agenda'

/** "4. Bí thư báo cáo" */
export const titleOf = (items: readonly AgendaItem[], { itemId, title }: AgendaItem): string =>
  `${items.findIndex((item) => item.itemId === itemId) + 1}. ${title}`
