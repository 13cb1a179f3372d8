// The XML of a DOCX as a stream of marks, so that a long document never stands in memory as a tree.
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Refused } from './verdict.ts'
import type { Zip } from './zip.ts'

export interface XmlListener {
  /** Names with the prefix that Word and all who write for it use. */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** A part that is not there has nothing to tell. @throws Refused DOCUMENT_BROKEN, or what the listener throws */
export async function readXml(zip: Zip, part: string, { open, close, text }: XmlListener): Promise<void> {
  if (!zip.names.includes(part)) return
  const parser = new SaxesParser()
  parser.on('error', (cause) => {
    throw new Refused('DOCUMENT_BROKEN', { cause })
  })
  // No such document has one, and what it could declare is a way to unpack much from little.
  parser.on('doctype', () => {
    throw new Refused('DOCUMENT_BROKEN')
  })
  if (open) parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => open(name, attributes))
  if (close) parser.on('closetag', ({ name }: SaxesTagPlain) => close(name))
  if (text) parser.on('text', text)
  for await (const piece of zip.read(part)) parser.write(piece)
  parser.close()
}
