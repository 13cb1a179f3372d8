// A CSV file as rows: comma, semicolon or tab; UTF-8 with or without its mark, or the UTF-16 of Excel's "Unicode Text".
import { AppError } from '@hoi-truong/shared/errors'
import { CsvError, type Options, parse } from 'csv-parse'
import type { FileForm } from './fileForm.ts'
import { LONGEST_CELL, MOST_COLUMNS, type SheetRow } from './sheet.ts'

const PIECE = 256 * 1024
const DELIMITERS = [',', ';', '\t'] as const
/** Excel writes it as the first line where the delimiter is not the machine's own. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/

/** Piece by piece: the text of a whole province does not stand in memory beside its bytes. @throws AppError IMPORT_FILE_ENCODING */
function* decode(bytes: Buffer, form: Exclude<FileForm, 'zip'>, file: string): Generator<string> {
  const decoder = new TextDecoder(form, { fatal: true })
  try {
    for (let from = 0; from < bytes.length; from += PIECE) {
      yield decoder.decode(bytes.subarray(from, from + PIECE), { stream: true })
    }
    yield decoder.decode()
  } catch (cause) {
    throw new AppError('IMPORT_FILE_ENCODING', { file }, { cause })
  }
}

/** The one that the headings use most; what stands in quotes does not count. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const lines = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 20)
  const most = (delimiter: string) => Math.max(...lines.map((line) => line.split(delimiter).length))
  return DELIMITERS.reduce((best, one) => (most(one) > most(best) ? one : best))
}

export async function* readCsv(bytes: Buffer, form: Exclude<FileForm, 'zip'>, file: string): AsyncGenerator<SheetRow> {
  const pieces = decode(bytes, form, file)
  let first = pieces.next().value ?? ''
  const separator = SEPARATOR_LINE.exec(first)
  if (separator) first = first.slice(separator[0].length)
  const delimiter = separator?.[1] ?? delimiterOf(first)
  const options: Options = {
    delimiter,
    relax_column_count: true,
    // A quote inside a cell that has none around it is somebody's nickname, not the beginning of a quoted cell.
    relax_quotes: true,
    max_record_size: 1024 * 1024,
    skip_empty_lines: false,
  }
  const parser = parse(options)
  const feed = async (): Promise<void> => {
    try {
      for (let piece: string | undefined = first; piece !== undefined; piece = pieces.next().value ?? undefined) {
        if (!parser.write(piece)) await new Promise((resolve) => parser.once('drain', resolve))
        if (parser.destroyed) return
      }
      parser.end()
    } catch (error) {
      parser.destroy(error as Error)
    }
  }
  const feeding = feed()
  let row = separator ? 1 : 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1
      yield { row, cells: record.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, LONGEST_CELL)) }
    }
    await feeding
  } catch (error) {
    if (error instanceof CsvError)
      throw new AppError('IMPORT_FILE_BROKEN', { file, place: `dòng ${row + 1}` }, { cause: error })
    throw error
  } finally {
    parser.destroy()
  }
}
