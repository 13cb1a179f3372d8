// Search without diacritics (DOMAIN 7): people type "duong" for Dương and Đường alike.

/** Lower case, no marks, single spaces. NFD takes a mark off a letter, but đ is a letter of its own. */
export const foldForSearch = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/gu, ' ').trim()

/** Whether every word of a query begins a word of the text. */
export function matchesSearch(text: string, query: string): boolean {
  const words = foldForSearch(text).split(' ')
  return foldForSearch(query)
    .split(' ')
    .every((wanted) => words.some((word) => word.startsWith(wanted)))
}
