// PDFs written by hand, for tests: whole ones of any size, and others that are wrong in one way.
import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'

interface PdfWish {
  /** One list of lines a page. */
  pages?: string[][]
  /** Put into the file as it is, so that it has a size. */
  ballast?: number
  /** Further entries of the catalog, and further objects (from number 100 on). */
  catalog?: string
  objects?: Record<number, string | Buffer>
  trailer?: string
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0')

/** A font needs no shapes to be read, only a table of what its codes mean. */
class Letters {
  readonly #codes = new Map<string, number>()

  encode(text: string): string {
    const codes = Array.from(text.normalize('NFC'), (letter) => {
      const code = this.#codes.get(letter) ?? this.#codes.size + 1
      this.#codes.set(letter, code)
      return hex(code, 4)
    })
    return `<${codes.join('')}>`
  }

  get table(): string {
    const lines = [...this.#codes].map(([letter, code]) => {
      const utf16 = Buffer.from(letter, 'utf16le').swap16().toString('hex')
      return `<${hex(code, 4)}> <${utf16}>`
    })
    const parts = Array.from({ length: Math.ceil(lines.length / 100) }, (_, part) =>
      lines.slice(100 * part, 100 * part + 100),
    )
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...parts.map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`),
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n')
  }
}

export const stream = (content: Buffer | string, entries = ''): Buffer => {
  const bytes = Buffer.from(content as string)
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${entries}>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

export function pdf({
  pages = [['Xin chào']],
  ballast = 0,
  catalog = '',
  objects = {},
  trailer = '',
}: PdfWish = {}): Buffer {
  const letters = new Letters()
  const contents = pages.map((lines) =>
    ['BT /F1 14 Tf 60 760 Td', ...lines.map((line) => `${letters.encode(line)} Tj 0 -20 Td`), 'ET'].join('\n'),
  )
  const all = new Map<number, string | Buffer>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, page) => `${10 + 2 * page} 0 R`).join(' ')}] >>`,
    ],
    [
      3,
      '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    ],
    [
      4,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /DW 500 /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    ],
    [
      5,
      '<< /Type /FontDescriptor /FontName /Sample /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 0 1000 1000] >>',
    ],
    [6, stream(letters.table)],
    ...contents.flatMap((content, page): [number, string | Buffer][] => [
      [
        10 + 2 * page,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${11 + 2 * page} 0 R >>`,
      ],
      [11 + 2 * page, stream(content)],
    ]),
    ...(ballast > 0 ? ([[9, stream(randomBytes(ballast))]] as [number, Buffer][]) : []),
    ...Object.entries(objects).map(([number, body]): [number, string | Buffer] => [Number(number), body]),
  ])
  return written(all, trailer)
}

function written(objects: ReadonlyMap<number, string | Buffer>, trailer: string): Buffer {
  const pieces = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let at = pieces[0]?.length ?? 0
  const places: string[] = []
  for (const [number, body] of objects) {
    const piece = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(body as string),
      Buffer.from('\nendobj\n'),
    ])
    places.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    pieces.push(piece)
    at += piece.length
  }
  const size = Math.max(...objects.keys()) + 1
  pieces.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}

/** A password is wanted: the empty one does not fit. */
export const encryptedPdf = (): Buffer =>
  pdf({
    objects: { 100: `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>` },
    trailer: `/Encrypt 100 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
  })

export const pdfWithScript = (): Buffer =>
  pdf({ catalog: '/OpenAction 100 0 R', objects: { 100: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>' } })

/** Its name written with numbers for letters, as those do who hide it. */
export const pdfWithLaunch = (): Buffer =>
  pdf({ catalog: '/OpenAction 100 0 R', objects: { 100: '<< /S /L#61unch /F (cmd.exe) >>' } })

export const pdfWithAttachment = (): Buffer =>
  pdf({
    catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 100 0 R] >> >>',
    objects: {
      100: '<< /Type /Filespec /F (a.exe) /EF << /F 101 0 R >> >>',
      101: stream('MZ', '/Type /EmbeddedFile '),
    },
  })

/** A page whose content is blanks without end. */
export const pdfBomb = (megabytes: number): Buffer => {
  const packed = deflateSync(Buffer.alloc(megabytes * 2 ** 20, ' '), { level: 9 })
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 101 0 R >>'
  return pdf({ pages: [[]], objects: { 10: page, 101: stream(packed, '/Filter /FlateDecode ') } })
}
