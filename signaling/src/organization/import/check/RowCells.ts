// The cells of one row by column, read with their faults noted on the way.
import { foldHeading, type ImportFaultCode } from '@hoi-truong/shared/organization'
import type { Cell } from '../read/sheet.ts'
import { dayOfCell, isReadableText, textOf } from './cells.ts'
import type { FaultList, Place } from './FaultList.ts'

/** A cell that is quoted in a report is cut: nobody needs more of it. */
const QUOTED = 60
export const quoted = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text)

export class RowCells<Key extends string> {
  readonly place: Place
  readonly #cells: readonly Cell[]
  readonly #columns: ReadonlyMap<string, number>
  readonly #faults: FaultList

  constructor(place: Place, cells: readonly Cell[], columns: ReadonlyMap<string, number>, faults: FaultList) {
    this.place = place
    this.#cells = cells
    this.#columns = columns
    this.#faults = faults
  }

  fault(column: Key | null, code: ImportFaultCode, params: Record<string, string | number> = {}): void {
    this.#faults.add(this.place, column, code, params)
  }

  /** @param missing the fault of an empty cell, where it must not be */
  text(column: Key, most: number, missing?: ImportFaultCode): string {
    const text = textOf(this.#cell(column))
    if (text === '' && missing) this.fault(column, missing)
    if (text.length > most) this.fault(column, 'TEXT_TOO_LONG', { most })
    if (!isReadableText(text)) this.fault(column, 'TEXT_WRONG')
    return text
  }

  /** Null: empty, or wrong and noted. */
  day(column: Key): string | null {
    const day = dayOfCell(this.#cell(column))
    if (day === undefined) this.fault(column, 'DATE_WRONG', { value: quoted(textOf(this.#cell(column))) })
    return day ?? null
  }

  /** One of a closed list; null: empty, or wrong and noted. */
  word<V extends string>(column: Key, words: ReadonlyMap<string, V>, unknown: ImportFaultCode): V | null {
    const text = textOf(this.#cell(column))
    if (text === '') return null
    const value = words.get(foldHeading(text))
    if (value === undefined) this.fault(column, unknown, { value: quoted(text) })
    return value ?? null
  }

  isEmpty(column: Key): boolean {
    return textOf(this.#cell(column)) === ''
  }

  #cell(column: Key): Cell | undefined {
    const index = this.#columns.get(column)
    return index === undefined ? undefined : this.#cells[index]
  }
}
