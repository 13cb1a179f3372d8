// The words of a page for screen readers: pdf.js gives pieces of lines.

interface Piece {
  str: string
  hasEOL: boolean
}

/** Lines in the order of the file; pieces that are marks of its structure have no words. */
export function linesOf(items: readonly (Piece | object)[]): string[] {
  const lines: string[] = []
  let line = ''
  for (const item of items) {
    if (!('str' in item)) continue
    line += item.str
    if (item.hasEOL) {
      lines.push(line)
      line = ''
    }
  }
  return [...lines, line].map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
}
