// What an inspection takes, and what it refuses as what.

import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encryptedPdf, pdf, pdfWithAttachment, pdfWithLaunch, pdfWithScript, stream } from '../testing/pdfSamples.ts'
import { jpeg, png, webp } from '../testing/pictureSamples.ts'
import { docx, docxBomb, lyingBomb, paragraph, wordPart, zip } from '../testing/zipSamples.ts'
import { inspectBytes } from './inspectBytes.ts'
import { Refused } from './verdict.ts'

async function verdict(bytes: Buffer, name = 'x.pdf'): Promise<string> {
  try {
    const { type, pages } = await inspectBytes(bytes, name)
    return pages === null ? type : `${type} ${pages}`
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

const cfb = (more: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(more, 'utf16le')])
const exe = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(500), pdf()])
const whole = pdf({ pages: [['Một'], ['Hai']] })
const packedScript = (): Buffer => {
  const inner = '100 0 << /S /JavaScript /JS (x) >>'
  const body = stream(deflateSync(inner), '/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode ')
  return pdf({ catalog: '/OpenAction 100 0 R', objects: { 101: body } })
}

test.each<[string, Buffer, string]>([
  ['a PDF', whole, 'pdf 2'],
  ['a DOCX', docx(paragraph('Kính gửi')), 'docx'],
  ['a PNG', png(), 'png'],
  ['a JPEG', jpeg(), 'jpeg'],
  ['a WebP', webp(), 'webp'],
  ['a photograph of 50 megapixels', jpeg(8_160, 6_144), 'jpeg'],
  ['an empty file', Buffer.alloc(0), 'DOCUMENT_TYPE_WRONG'],
  ['plain text', Buffer.from('xin chào'), 'DOCUMENT_TYPE_WRONG'],
  ['a program', exe, 'DOCUMENT_TYPE_WRONG'],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'DOCUMENT_TYPE_WRONG'],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'DOCUMENT_TYPE_WRONG'],
  ['an archive that is no DOCX', zip([{ name: 'a.txt', content: 'a' }]), 'DOCUMENT_TYPE_WRONG'],
  ['an old file of Word', cfb('WordDocument'), 'DOCUMENT_TYPE_WRONG'],
  ['a DOCX with a password', cfb('EncryptedPackage'), 'DOCUMENT_ENCRYPTED'],
  [
    'an archive with a password',
    docx('', [{ name: 'word/x.xml', content: 'x', encrypted: true }]),
    'DOCUMENT_ENCRYPTED',
  ],
  ['a PDF with a password', encryptedPdf(), 'DOCUMENT_ENCRYPTED'],
  ['only the beginning of a PDF', Buffer.from('%PDF-1.7\n'), 'DOCUMENT_BROKEN'],
  ['half a PDF', whole.subarray(0, whole.length / 2), 'DOCUMENT_BROKEN'],
  ['a PDF of nonsense', Buffer.from(`%PDF-1.7\n${'x'.repeat(5_000)}\n%%EOF`), 'DOCUMENT_BROKEN'],
  ['a PDF without pages', pdf({ pages: [] }), 'DOCUMENT_BROKEN'],
  ['a PDF with a script', pdfWithScript(), 'DOCUMENT_ACTIVE'],
  ['a PDF with a packed script', packedScript(), 'DOCUMENT_ACTIVE'],
  ['a PDF that starts a program', pdfWithLaunch(), 'DOCUMENT_ACTIVE'],
  ['a PDF with a file in it', pdfWithAttachment(), 'DOCUMENT_ACTIVE'],
  ['a PDF that is marked', pdf({ pages: [['ĐẢNG ỦY XÃ'], ['TỐI MẬT', 'Số 05']] }), 'DOCUMENT_MARKED_SECRET'],
  ['a PDF about secrets', pdf({ pages: [['Luật Bảo vệ bí mật', 'MẬT THIẾT']] }), 'pdf 1'],
  ['half a DOCX', docx(paragraph('x')).subarray(0, 300), 'DOCUMENT_BROKEN'],
  ['a DOCX of broken XML', docx('<w:p>'), 'DOCUMENT_BROKEN'],
  [
    'a DOCX with entities',
    docx('', [{ name: 'word/document.xml', content: '<!DOCTYPE x [<!ENTITY a "a">]><x/>' }]),
    'DOCUMENT_BROKEN',
  ],
  ['a DOCX that unpacks to 100 MB', docxBomb(100), 'DOCUMENT_BOMB'],
  ['a DOCX that hides what it unpacks to', lyingBomb(100), 'DOCUMENT_BROKEN'],
  [
    'a DOCX of 3,000 parts',
    docx(
      '',
      Array.from({ length: 3_000 }, (_, n) => ({ name: `x${n}`, content: '' })),
    ),
    'DOCUMENT_BOMB',
  ],
  ['a DOCX with macros', docx(paragraph('x'), [{ name: 'word/vbaProject.bin', content: 'x' }]), 'DOCUMENT_ACTIVE'],
  [
    'a DOCX with an object',
    docx(paragraph('x'), [{ name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
    'DOCUMENT_ACTIVE',
  ],
  [
    'a DOCX with a chart’s workbook',
    docx(paragraph('x'), [{ name: 'word/embeddings/Sheet1.xlsx', content: 'x' }]),
    'docx',
  ],
  [
    'a DOCX that fetches its template',
    docx(paragraph('x'), [
      {
        name: 'word/_rels/settings.xml.rels',
        content:
          '<Relationships><Relationship Type="http://x/attachedTemplate" TargetMode="External" Target="http://x/"/></Relationships>',
      },
    ]),
    'DOCUMENT_ACTIVE',
  ],
  ['a DOCX that is marked', docx(paragraph('MẬT')), 'DOCUMENT_MARKED_SECRET'],
  [
    'a DOCX that is marked in its header',
    docx(paragraph('x'), [{ name: 'word/header1.xml', content: wordPart(paragraph('TUYỆT MẬT'), 'hdr') }]),
    'DOCUMENT_MARKED_SECRET',
  ],
  ['half a PNG', png().subarray(0, 40), 'DOCUMENT_BROKEN'],
  ['a PNG without size', png(0, 5), 'DOCUMENT_BROKEN'],
  ['a PNG of 100,000 by 100,000', png(100_000, 100_000), 'DOCUMENT_BOMB'],
  ['half a JPEG', jpeg().subarray(0, 20), 'DOCUMENT_BROKEN'],
  ['a JPEG of 65,000 by 65,000', jpeg(65_000, 65_000), 'DOCUMENT_BOMB'],
  ['half a WebP', webp().subarray(0, 25), 'DOCUMENT_BROKEN'],
  ['a WebP of 16,000 by 16,000', webp(16_000, 16_000), 'DOCUMENT_BOMB'],
])('%s: %s', async (_what, bytes, wanted) => {
  expect(await verdict(bytes)).toBe(wanted)
})

test('the name is looked at too', async () => {
  expect(await verdict(pdf(), 'Báo cáo (TỐI MẬT).pdf')).toBe('DOCUMENT_MARKED_SECRET')
  expect(await verdict(pdf(), 'Quy chế bảo mật.pdf')).toBe('pdf 1')
})

describe('the text of a DOCX', () => {
  const textOf = async (body: string, more: Parameters<typeof docx>[1] = []) =>
    (await inspectBytes(docx(body, more), 'x.docx')).text?.blocks

  test('headings by the name of their style, lists, tables, in order', async () => {
    const styles = wordPart('<w:style w:styleId="u1"><w:name w:val="heading 1"/></w:style>', 'styles')
    const body = [
      paragraph('I- Đánh giá', '<w:pStyle w:val="u1"/>'),
      paragraph('Tháng 10 &amp; 11'),
      paragraph('Việc thứ nhất', '<w:numPr/>'),
      `<w:tbl><w:tr><w:tc>${paragraph('Việc')}</w:tc><w:tc>${paragraph('Ai')}${paragraph('Khi nào')}</w:tc></w:tr></w:tbl>`,
      paragraph('   '),
      '<w:p><w:r><w:t>Dòng 1</w:t><w:br/><w:t>Dòng 2</w:t><w:delText>xóa</w:delText></w:r></w:p>',
    ].join('')
    expect(await textOf(body, [{ name: 'word/styles.xml', content: styles }])).toEqual([
      { kind: 'heading', level: 1, text: 'I- Đánh giá' },
      { kind: 'paragraph', text: 'Tháng 10 & 11' },
      { kind: 'listItem', text: 'Việc thứ nhất' },
      { kind: 'table', rows: [['Việc', 'Ai\nKhi nào']] },
      { kind: 'paragraph', text: 'Dòng 1\nDòng 2' },
    ])
  })

  test('what is written twice for older programs is read once', async () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice>${paragraph('Khung')}</mc:Choice><mc:Fallback>${paragraph('Khung')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await textOf(box)).toEqual([{ kind: 'paragraph', text: 'Khung' }])
  })

  test('a table in a table becomes lines of its cell', async () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`
    expect(await textOf(`<w:tbl><w:tr><w:tc>${inner}</w:tc></w:tr></w:tbl>`)).toEqual([
      { kind: 'table', rows: [['a · b']] },
    ])
  })
})
