// The blocks of a Word file as they are shown: points that follow each other are one list.
import type { DocumentText } from '@hoi-truong/shared/document'

type Block = DocumentText['blocks'][number]

export type TextSection = Exclude<Block, { kind: 'listItem' }> | { kind: 'list'; items: string[] }

export function sectionsOf(blocks: readonly Block[]): TextSection[] {
  const sections: TextSection[] = []
  for (const block of blocks) {
    const last = sections.at(-1)
    if (block.kind !== 'listItem') sections.push(block)
    else if (last?.kind === 'list') last.items.push(block.text)
    else sections.push({ kind: 'list', items: [block.text] })
  }
  return sections
}
