// The report as a file, to be sent back to whoever typed the list. A workbook is made in a thread of its own: tens of thousands of lines take a
// second that a meeting does not have.
import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { Sql } from '../../database/client.ts'
import { BYTE_ORDER_MARK, csvLine } from './csvText.ts'
import { readFaults } from './runs.ts'
import { type ReportLine, reportWords } from './sentences.ts'

const LINES_AT_ONCE = 1_000
/** More than a spreadsheet is any use for; the CSV has all. */
const MOST_LINES_IN_WORKBOOK = 100_000

async function* reportLines(sql: Sql, runId: string): AsyncGenerator<ReportLine[]> {
  const { lineOf } = await reportWords()
  for (let after = 0; ; ) {
    const { faults } = await readFaults(sql, runId, after, LINES_AT_ONCE)
    const last = faults.at(-1)
    if (!last) return
    yield faults.map(lineOf)
    after = last.number
  }
}

export function csvReport(sql: Sql, runId: string): Readable {
  async function* text(): AsyncGenerator<string> {
    const { headings } = await reportWords()
    yield BYTE_ORDER_MARK + csvLine(headings)
    for await (const lines of reportLines(sql, runId)) yield lines.map(csvLine).join('')
  }
  return Readable.from(text())
}

export interface WorkbookWork {
  headings: readonly string[]
  lines: readonly ReportLine[]
}

export async function xlsxReport(sql: Sql, runId: string): Promise<Buffer> {
  const { headings } = await reportWords()
  const lines: ReportLine[] = []
  for await (const some of reportLines(sql, runId)) {
    lines.push(...some)
    if (lines.length >= MOST_LINES_IN_WORKBOOK) break
  }
  const worker = new Worker(new URL('./reportWorker.ts', import.meta.url), {
    workerData: { headings, lines } satisfies WorkbookWork,
    execArgv: [],
  })
  return new Promise((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
    worker.once('error', reject)
  })
}
