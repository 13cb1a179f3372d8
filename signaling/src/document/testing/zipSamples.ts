// Archives and DOCX files written by hand, for tests.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  content: Buffer | string
  /** What the archive says instead of the truth. */
  claimedSize?: number
  encrypted?: boolean
}

export function zip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claimedSize, encrypted = false } of entries) {
    const plain = Buffer.from(content as string)
    const packed = deflateRawSync(plain)
    const fileName = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claimedSize ?? plain.length, 18)
    facts.writeUInt16LE(fileName.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, fileName, packed])
    const end = Buffer.alloc(14)
    end.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, end, fileName]))
    bodies.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(0x06054b50, 0)
  tail.writeUInt16LE(entries.length, 8)
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(list.length, 12)
  tail.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, list, tail])
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`

const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

export const wordPart = (body: string, root = 'document'): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${body}</w:${root}>`

export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** @param more further parts, or others in place of the usual ones */
export function docx(body: string, more: readonly ZipEntry[] = []): Buffer {
  const usual: ZipEntry[] = [
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    { name: '_rels/.rels', content: RELATIONS },
    { name: 'word/document.xml', content: wordPart(`<w:body>${body}</w:body>`) },
  ]
  const named = new Set(more.map(({ name }) => name))
  return zip([...usual.filter(({ name }) => !named.has(name)), ...more])
}

/** A small file that unpacks to as many megabytes of blanks. */
export const docxBomb = (megabytes: number): Buffer =>
  docx('', [{ name: 'word/document.xml', content: wordPart(`<w:body>${' '.repeat(megabytes * 2 ** 20)}</w:body>`) }])

/** It says that it is small. */
export const lyingBomb = (megabytes: number): Buffer =>
  docx('', [
    {
      name: 'word/document.xml',
      content: wordPart(`<w:body>${' '.repeat(megabytes * 2 ** 20)}</w:body>`),
      claimedSize: 1_000,
    },
  ])
