// Everything that is wrong with the files, gathered: each place once, in the order of the rows.
import { headingOf, type ImportFault, type ImportFaultCode, type ImportTable } from '@hoi-truong/shared/organization'

export interface Place {
  table: ImportTable
  file: string
  sheet: string | null
  row: number
  /** Where the row stands among all that were read: the order of the report. */
  order: number
}

export class FaultList {
  readonly #faults: { order: number; fault: ImportFault }[] = []
  readonly #rows = new Set<number>()
  readonly #cells = new Set<string>()

  add(place: Place, column: string | null, code: ImportFaultCode, params: ImportFault['params'] = {}): void {
    this.#rows.add(place.order)
    this.#cells.add(`${place.order} ${column}`)
    const { file, sheet, row, order, table } = place
    const heading = column === null ? null : headingOf(table, column)
    this.#faults.push({ order, fault: { file, sheet, row, column: heading, code, params } })
  }

  /** Whether something is wrong with this cell already. */
  hasAt({ order }: Place, column: string): boolean {
    return this.#cells.has(`${order} ${column}`)
  }

  get rows(): number {
    return this.#rows.size
  }

  inOrder(): ImportFault[] {
    return this.#faults.toSorted((a, b) => a.order - b.order).map(({ fault }) => fault)
  }
}
