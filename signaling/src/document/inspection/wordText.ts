// The text of a DOCX as people read it: headings, paragraphs, list items, tables, in order. Pictures and layout are left to whoever
// downloads the file.
import type { DocumentText } from '@hoi-truong/shared/document'
import { MOST_BLOCKS, MOST_CHARACTERS } from './limits.ts'
import { Refused } from './verdict.ts'
import type { XmlListener } from './wordXml.ts'

type Block = DocumentText['blocks'][number]

interface Paragraph {
  text: string
  /** 1 for a heading of the first level; 0: none. */
  level: number
  isListItem: boolean
}

interface Table {
  rows: string[][]
  cell: string[] | null
}

/** Levels of headings by the id of a style. */
export type HeadingStyles = ReadonlyMap<string, number>

/** Of styles.xml: a style is a heading by its name, whatever its id is in the writer's language. */
export function headingStyles(): XmlListener & { levels: Map<string, number> } {
  const levels = new Map<string, number>()
  let style = ''
  return {
    levels,
    open: (name, attributes) => {
      if (name === 'w:style') style = attributes['w:styleId'] ?? ''
      const named = name === 'w:name' ? /^heading ([1-6])$/i.exec(attributes['w:val'] ?? '')?.[1] : undefined
      const outline = name === 'w:outlineLvl' ? Number(attributes['w:val']) + 1 : 0
      if (named) levels.set(style, Number(named))
      else if (outline >= 1 && outline <= 6 && !levels.has(style)) levels.set(style, outline)
    },
  }
}

/** What is written twice for older programs, and what was deleted or is an instruction, is not read. */
const UNREAD = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText'])
const SIGNS: Record<string, string> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

export class WordText implements Required<XmlListener> {
  readonly #styles: HeadingStyles
  readonly #blocks: Block[] = []
  /** Text boxes have paragraphs inside paragraphs, tables can stand in tables. */
  readonly #paragraphs: Paragraph[] = []
  readonly #tables: Table[] = []
  #unread = 0
  #inText = 0
  #characters = 0

  constructor(styles: HeadingStyles = new Map()) {
    this.#styles = styles
  }

  get result(): DocumentText {
    return { blocks: this.#blocks }
  }

  readonly open: Required<XmlListener>['open'] = (name, attributes) => {
    if (UNREAD.has(name)) this.#unread += 1
    if (this.#unread > 0) return
    const paragraph = this.#paragraphs.at(-1)
    const sign = SIGNS[name]
    if (name === 'w:p') this.#paragraphs.push({ text: '', level: 0, isListItem: false })
    else if (name === 'w:t') this.#inText += 1
    else if (name === 'w:tbl') this.#tables.push({ rows: [], cell: null })
    else if (name === 'w:tr') this.#tables.at(-1)?.rows.push([])
    else if (name === 'w:tc') this.#startCell()
    else if (!paragraph) return
    else if (name === 'w:pStyle') paragraph.level = this.#styles.get(attributes['w:val'] ?? '') ?? paragraph.level
    else if (name === 'w:numPr') paragraph.isListItem = true
    else if (sign !== undefined) this.#add(paragraph, sign)
  }

  readonly close = (name: string): void => {
    if (this.#unread > 0) {
      if (UNREAD.has(name)) this.#unread -= 1
      return
    }
    if (name === 'w:p') this.#endParagraph()
    else if (name === 'w:t') this.#inText -= 1
    else if (name === 'w:tc') this.#endCell()
    else if (name === 'w:tbl') this.#endTable()
  }

  readonly text = (text: string): void => {
    const paragraph = this.#paragraphs.at(-1)
    if (this.#unread === 0 && this.#inText > 0 && paragraph) this.#add(paragraph, text)
  }

  #add(paragraph: Paragraph, text: string): void {
    this.#characters += text.length
    if (this.#characters > MOST_CHARACTERS) throw new Refused('DOCUMENT_BOMB')
    paragraph.text += text
  }

  #push(block: Block): void {
    if (this.#blocks.length >= MOST_BLOCKS) throw new Refused('DOCUMENT_BOMB')
    this.#blocks.push(block)
  }

  #endParagraph(): void {
    const { text: raw = '', level = 0, isListItem = false } = this.#paragraphs.pop() ?? {}
    const text = raw
      .replaceAll('\t', ' ')
      .replace(/ *\n */g, '\n')
      .trim()
    if (text === '') return
    const cell = this.#tables.at(-1)?.cell
    if (cell) cell.push(text)
    else if (level > 0) this.#push({ kind: 'heading', level, text })
    else this.#push({ kind: isListItem ? 'listItem' : 'paragraph', text })
  }

  #startCell(): void {
    const table = this.#tables.at(-1)
    if (table) table.cell = []
  }

  #endCell(): void {
    const table = this.#tables.at(-1)
    if (!table) return
    table.rows.at(-1)?.push((table.cell ?? []).join('\n'))
    table.cell = null
  }

  #endTable(): void {
    const rows = (this.#tables.pop()?.rows ?? []).filter((row) => row.some((cell) => cell !== ''))
    if (rows.length === 0) return
    // In the cell of another table: its lines.
    const outer = this.#tables.at(-1)?.cell
    if (outer) outer.push(...rows.map((row) => row.filter((cell) => cell !== '').join(' · ')))
    else this.#push({ kind: 'table', rows })
  }
}
