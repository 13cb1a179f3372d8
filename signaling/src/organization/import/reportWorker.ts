// Writes a report as a workbook, beside the thread in which the meetings are.
import { parentPort, workerData } from 'node:worker_threads'
import writeXlsxFile from 'write-excel-file/node'
import type { WorkbookWork } from './report.ts'

const { headings, lines } = workerData as WorkbookWork
const widths = [24, 14, 8, 22, 60, 70]
const file = writeXlsxFile(
  [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...lines.map((line) =>
      line.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true })),
    ),
  ],
  { sheet: 'Lỗi', columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
)
parentPort?.postMessage(await file.toBuffer())
