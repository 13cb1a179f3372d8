// The template: the columns, an example line each, and which words may be used.
import {
  branchTypeCells,
  categoryCells,
  type ImportTable,
  type ImportTemplate,
  importColumns,
  importSheets,
  officeCells,
  standingCells,
} from '@hoi-truong/shared/organization'
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node'
import type { Sql } from '../../database/client.ts'
import { readKinds } from './check/known.ts'
import { BYTE_ORDER_MARK, csvLine } from './csvText.ts'

const firstWords = (cells: Readonly<Record<string, readonly string[]>>): string =>
  Object.values(cells)
    .map(([first]) => first)
    .join('; ')

function notesOf(kinds: readonly string[]): string[][] {
  return [
    ['Cột', 'Cách ghi'],
    ['Dòng ví dụ', 'Xóa trước khi nhập; nếu còn, hệ thống bỏ qua.'],
    ['Các cột bắt buộc: tổ chức', neededOf('organizations')],
    ['Các cột bắt buộc: đảng viên', neededOf('members')],
    ['Các cột ngày', 'Ngày/tháng/năm, ví dụ 03/11/2026; hoặc ô kiểu ngày của bảng tính.'],
    ['Mã, số thẻ', 'Định dạng ô là Văn bản (Text), để số 0 ở đầu không mất.'],
    ['Loại', kinds.join('; ')],
    ['Loại hình chi bộ', `${firstWords(branchTypeCells)}. Chỉ ghi cho chi bộ.`],
    ['Mã tổ chức cấp trên', 'Mã của tổ chức trong tệp này hoặc đã có trong hệ thống.'],
    ['Diện', firstWords(categoryCells)],
    ['Chức vụ', `${firstWords(officeCells)}; để trống là đảng viên. Chức danh khác ghi ở cột Chức danh khác.`],
    ['Tình trạng', `${firstWords(standingCells)}; để trống là đang sinh hoạt.`],
    ['Miễn sinh hoạt', 'Ghi thêm: Số quyết định, Ngày quyết định, Tình trạng từ ngày, Lý do.'],
    ['Sinh hoạt tạm thời nơi khác', 'Ghi thêm: Tình trạng từ ngày, Nơi đến.'],
    ['Nhiệm vụ đặc biệt', 'Ghi thêm: Tình trạng từ ngày.'],
    ['Đình chỉ sinh hoạt', 'Ghi thêm: Số quyết định, Ngày quyết định, Tình trạng từ ngày.'],
  ]
}

const neededOf = (table: ImportTable): string =>
  importColumns[table]
    .filter(({ needed }) => needed)
    .map(({ heading }) => heading)
    .join('; ')

const headingsOf = (table: ImportTable) => importColumns[table].map(({ heading }) => heading)
const examplesOf = (table: ImportTable) => importColumns[table].map(({ example }) => example)

/** Cells as text: a date that the program writes as one would be shown in the reader's own order. */
const textRow = (cells: readonly string[], fontWeight?: 'bold'): Row =>
  cells.map((value) => ({ value, type: String, format: '@', ...(fontWeight ? { fontWeight } : {}) }))

const sheetOf = (name: string, rows: readonly (readonly string[])[], width: number): Sheet<Buffer> => ({
  sheet: name,
  data: rows.map((row, index) => textRow(row, index === 0 ? 'bold' : undefined)),
  columns: (rows[0] ?? []).map(() => ({ width })),
  stickyRowsCount: 1,
})

async function workbook(sql: Sql): Promise<Buffer> {
  const { names } = await readKinds(sql)
  const file = writeXlsxFile([
    sheetOf(importSheets.organizations, [headingsOf('organizations'), examplesOf('organizations')], 24),
    sheetOf(importSheets.members, [headingsOf('members'), examplesOf('members')], 20),
    sheetOf(importSheets.notes, notesOf(names), 60),
  ])
  return file.toBuffer()
}

const csv = (table: ImportTable): Buffer =>
  Buffer.from(BYTE_ORDER_MARK + csvLine(headingsOf(table)) + csvLine(examplesOf(table)))

export function templateFile(sql: Sql, name: ImportTemplate): Promise<Buffer> | Buffer {
  if (name === 'mau-nhap.xlsx') return workbook(sql)
  return csv(name === 'mau-to-chuc.csv' ? 'organizations' : 'members')
}
