// Files as committees send them: every form of CSV, workbooks as Excel writes them, and what is no list at all.
import { AppError } from '@hoi-truong/shared/errors'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { dayOfCell, textOf } from '../check/cells.ts'
import { readTables } from '../check/readTables.ts'
import { branchRow, csvOf, personRow, workbookOf } from '../testing/lists.ts'
import { formOf } from './fileForm.ts'
import { readXlsx } from './readXlsx.ts'
import { READING_LIMITS, type SheetRow } from './sheet.ts'

const kinds = new Map([['chi bo', { kind: 'branch', branch: true }]])
const read = (content: Buffer, limits = READING_LIMITS) => readTables([{ name: 'x', content }], { kinds, limits })
const refusal = (content: Buffer, limits = READING_LIMITS): Promise<string> =>
  read(content, limits).then(
    () => 'taken',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

const people = csvOf('members', [personRow({ name: 'Đỗ Thị Ánh, Ủy' }), personRow({ number: 'NH-2' })]).toString()

describe('CSV', () => {
  const forms: [string, Buffer][] = [
    ['UTF-8', Buffer.from(people)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${people}`)],
    ['UTF-16 of Excel', Buffer.from(`\uFEFF${people}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${people}`, 'utf16le').swap16()],
    ['lines of old Macs', Buffer.from(people.replaceAll('\r\n', '\r'))],
    ['semicolons', Buffer.from(people.replace(/("[^"]*")|,/g, (_, quoted: string | undefined) => quoted ?? ';'))],
    ['tabs', Buffer.from(people.replace(/("[^"]*")|,/g, (_, quoted: string | undefined) => quoted ?? '\t'))],
    [
      'its delimiter said first',
      Buffer.from(`sep=;\r\n${people.replace(/("[^"]*")|,/g, (_, quoted: string | undefined) => quoted ?? ';')}`),
    ],
    ['a title and an empty line above', Buffer.from(`Danh sách đảng viên xã X\r\n\r\n${people}`)],
    [
      'headings without diacritics',
      Buffer.from(people.replace('Số thẻ,Họ và tên,Mã chi bộ,Diện', 'SO THE,ho va ten,ma chi bo,dien')),
    ],
  ]
  test.each(forms)('%s', async (_, content) => {
    const { members } = await read(content)
    expect(members.map(({ number, name }) => [number, name])).toEqual([
      ['NH-0001', 'Đỗ Thị Ánh, Ủy'],
      ['NH-2', 'Nguyễn Văn Nhập'],
    ])
  })

  test('rows are counted as the spreadsheet program shows them', async () => {
    const { members } = await read(Buffer.from(people.replace('\r\nNH-2', '\r\n\r\nNH-2')))
    expect(members.map(({ place }) => place.row)).toEqual([2, 4])
  })

  test('a column that nobody asked for is said, and a cell beyond all measure is no way in', async () => {
    const { notes, faults } = await read(
      Buffer.from(`Số thẻ,Họ và tên,Mã chi bộ,Diện,Dân tộc\r\nNH-1,${'x'.repeat(900_000)},T,Chính thức,Kinh\r\n`),
    )
    expect(notes).toEqual([{ file: 'x', sheet: null, code: 'COLUMN_UNKNOWN', params: { column: 'Dân tộc' } }])
    expect(faults.inOrder().map(({ code }) => code)).toEqual(['TEXT_TOO_LONG'])
  })
})

describe('a workbook', () => {
  test('has its sheets in any order, and sheets that are no lists are left out', async () => {
    const content = await workbookOf({ organizations: [branchRow()], members: [personRow()] })
    const { organizations, members } = await read(content)
    expect(organizations[0]).toMatchObject({
      code: 'T.001',
      from: '2025-07-01',
      kind: 'branch',
      place: { sheet: 'Tổ chức', row: 2 },
    })
    expect(members[0]).toMatchObject({ number: 'NH-0001', place: { sheet: 'Đảng viên', row: 2 } })
    const other = await writeXlsxFile([
      { sheet: 'Ghi chú', data: [['Tôi', 'không']] },
      { sheet: 'A', data: [['Số thẻ', 'Họ và tên', 'Mã chi bộ', 'Diện']] },
    ]).toBuffer()
    expect((await read(other)).notes).toEqual([
      { file: 'x', sheet: 'Ghi chú', code: 'SHEET_LEFT_OUT', params: { sheet: 'Ghi chú' } },
    ])
  })

  test('keeps days as days and numbers as numbers', async () => {
    const day = new Date(Date.UTC(2005, 4, 19))
    const content = await writeXlsxFile([
      [{ value: 12345, type: Number }, null, { value: day, type: Date, format: 'dd/mm/yyyy' }, true],
    ]).toBuffer()
    const [sheet] = await readXlsx(content, 'x', READING_LIMITS.unpackedBytes)
    const rows: SheetRow[] = []
    for await (const row of sheet?.rows ?? []) rows.push(row)
    expect(rows).toHaveLength(1)
    const [number, empty, date, truth] = rows[0]?.cells ?? []
    expect([textOf(number), empty, dayOfCell(date), truth]).toEqual(['12345', null, '2005-05-19', 'TRUE'])
  })
})

/** In the middle of a sheet. */
function withHole(content: Buffer): Buffer {
  const name = 'xl/worksheets/sheet2.xml'
  const data = content.indexOf(name) + name.length
  return content.fill(0x41, data + 20, data + 120)
}

describe('what is no list', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a PDF', () => Buffer.from('%PDF-1.7\n…'), 'IMPORT_FILE_KIND'],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'IMPORT_FILE_KIND'],
    ['old Excel', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'IMPORT_FILE_OLD_EXCEL'],
    [
      'a workbook with a password',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'IMPORT_FILE_PROTECTED',
    ],
    [
      'half a workbook',
      async () => (await workbookOf({ members: [personRow()] })).subarray(0, 900),
      'IMPORT_FILE_BROKEN',
    ],
    [
      'a workbook with a hole',
      async () => withHole(await workbookOf({ members: [personRow()] })),
      'IMPORT_FILE_BROKEN',
    ],
    ['letters of another encoding', () => Buffer.from(people, 'latin1'), 'IMPORT_FILE_ENCODING'],
    ['a quote that never ends', () => Buffer.from(`${people}"${'x'.repeat(2_000_000)}`), 'IMPORT_FILE_BROKEN'],
    [
      'a poem',
      () => Buffer.from('Thuyền về có nhớ bến chăng\nBến thì một dạ khăng khăng đợi thuyền\n'),
      'IMPORT_NO_TABLE',
    ],
    [
      'a list without its branches',
      () => Buffer.from('Số thẻ,Họ và tên,Diện\r\nNH-1,A,Chính thức\r\n'),
      'IMPORT_HEADINGS_MISSING',
    ],
  ])('%s', async (_, content, code) => {
    expect(await refusal(await content())).toBe(code)
  })

  test('what unpacks to more than it may, and more rows than may be', async () => {
    const content = await workbookOf({
      members: Array.from({ length: 200 }, (_, index) => personRow({ number: `NH-${index}` })),
    })
    expect(await refusal(content, { ...READING_LIMITS, unpackedBytes: 10_000 })).toBe('IMPORT_FILE_EXPANDS')
    expect(await refusal(content, { ...READING_LIMITS, rows: 100 })).toBe('IMPORT_TOO_MANY_ROWS')
  })

  test('a document of another program', async () => {
    const docx = Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')
    expect(await refusal(Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), docx]))).toMatch(
      /^IMPORT_FILE_(KIND|BROKEN)$/,
    )
  })
})

test('days as people and programs write them', () => {
  const day = '2026-11-03'
  for (const written of [
    '03/11/2026',
    '3/11/2026',
    '03-11-2026',
    '03.11.2026',
    ' 3 / 11 / 2026 ',
    '2026-11-03',
    46_329,
  ])
    expect(dayOfCell(written)).toBe(day)
  for (const wrong of ['30/02/2026', '11/03', '2026', 'hôm nay', 0, 3_000_000]) expect(dayOfCell(wrong)).toBeUndefined()
  expect(dayOfCell('')).toBeNull()
})

test('a form is told by the bytes', () => {
  expect(formOf(Buffer.from('a,b'), 'x.xlsx')).toBe('utf-8')
})
