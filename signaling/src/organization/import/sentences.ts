// The report's sentences, from the same words as the page's: Vietnamese, as the lists are.
import { areas } from '@hoi-truong/shared/i18n'
import type { ImportFault } from '@hoi-truong/shared/organization'

type Words = Awaited<ReturnType<(typeof areas)['import']['vi']>>

const filled = (sentence: string, params: ImportFault['params']): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))

/** One line of a report: file, sheet, row, column, what is wrong, how to mend it. */
export type ReportLine = readonly [string, string, number, string, string, string]

export interface ReportWords {
  headings: readonly [string, string, string, string, string, string]
  lineOf: (fault: ImportFault) => ReportLine
}

export async function reportWords(): Promise<ReportWords> {
  const words: Words = await areas.import.vi()
  return {
    headings: [
      words['import.file'],
      words['import.sheet'],
      words['import.row'],
      words['import.column'],
      words['import.what'],
      words['import.mend'],
    ],
    lineOf: ({ file, sheet, row, column, code, params }) => [
      file,
      sheet ?? '',
      row,
      column ?? words['import.whole_row'],
      filled(words[`import.what_${code}`], params),
      filled(words[`import.mend_${code}`], params),
    ],
  }
}
