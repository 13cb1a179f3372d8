// One part of a workbook as XML, piece by piece. Prefixes are dropped: some programs write <x:row> where Excel writes <row>.
import { AppError } from '@hoi-truong/shared/errors'
import { SaxesParser } from 'saxes'
import type { ZipArchive } from './zipArchive.ts'

export interface XmlListener {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Calls the listener; yields after each piece, so that rows can be taken away while the rest is still packed. */
export async function* parsePart(
  archive: ZipArchive,
  name: string,
  file: string,
  listener: XmlListener,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let failure: Error | undefined
  parser.on('error', (error) => {
    failure ??= error
  })
  const { open, text, close } = listener
  parser.on('opentag', (tag) => open?.(local(tag.name), tag.attributes as Record<string, string>))
  if (text) parser.on('text', text)
  if (text) parser.on('cdata', text)
  parser.on('closetag', (tag) => close?.(local(tag.name)))
  const decoder = new TextDecoder('utf-8')
  for await (const piece of archive.read(name)) {
    parser.write(decoder.decode(piece, { stream: true }))
    if (failure) throw new AppError('IMPORT_FILE_BROKEN', { file, place: name }, { cause: failure })
    yield
  }
  parser.write(decoder.decode()).close()
  if (failure) throw new AppError('IMPORT_FILE_BROKEN', { file, place: name }, { cause: failure })
  yield
}

/** Reads a part to its end. */
export async function readPart(archive: ZipArchive, name: string, file: string, listener: XmlListener): Promise<void> {
  for await (const _ of parsePart(archive, name, file, listener));
}
