// The rows of organizations against each other and against what is on record.
import type { OrganizationFacts } from '@hoi-truong/shared/organization'
import { derivedId } from '../derivedId.ts'
import type { FaultList, Place } from './FaultList.ts'
import type { KnownOrganization } from './known.ts'
import type { OrganizationStep } from './plan.ts'
import type { OrganizationRow } from './rows.ts'

/** An organization as it will be, for the rows of members. */
interface FutureOrganization {
  id: string
  name: string
  branch: boolean
}

export interface CheckedOrganizations {
  byCode: ReadonlyMap<string, FutureOrganization>
  /** Each after the one above it. */
  steps: OrganizationStep[]
  unchanged: number
}

export interface CheckingParts {
  rootId: string
  salt: string
  faults: FaultList
  /** Whether an organization of this kind is a branch. */
  isBranch: (kind: string) => boolean
}

const GROUP = 'group'

const dayInWords = (day: string): string => day.split('-').toReversed().join('/')

/** The rows as one reads them: numbers alone where they are in one table. */
export function rowsInWords(places: readonly Place[]): string {
  const [first] = places
  const together = places.every(({ file, sheet }) => file === first?.file && sheet === first?.sheet)
  return places
    .slice(0, 10)
    .map(({ file, sheet, row }) => (together ? String(row) : `${sheet ?? file} ${row}`))
    .join(', ')
}

/** Rows that share a code or number; each is told of all. */
export function grouped<R>(rows: readonly R[], key: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const value = key(row)
    if (value === '') continue
    const group = groups.get(value)
    if (group) group.push(row)
    else groups.set(value, [row])
  }
  return groups
}

class OrganizationCheck {
  readonly #parts: CheckingParts
  readonly #known = new Map<string, KnownOrganization>()
  readonly #knownById = new Map<string, KnownOrganization>()
  readonly #rows: ReadonlyMap<string, OrganizationRow[]>

  constructor(rows: readonly OrganizationRow[], known: readonly KnownOrganization[], parts: CheckingParts) {
    this.#parts = parts
    for (const one of known) {
      this.#known.set(one.code, one)
      this.#knownById.set(one.id, one)
    }
    this.#rows = grouped(rows, ({ code }) => code)
  }

  run(): CheckedOrganizations {
    const { faults } = this.#parts
    const wishes: { row: OrganizationRow; step: OrganizationStep }[] = []
    let unchanged = 0
    for (const [code, rows] of this.#rows) {
      if (rows.length > 1) {
        const all = rowsInWords(rows.map(({ place }) => place))
        for (const { place } of rows) faults.add(place, 'code', 'CODE_TWICE', { value: code, rows: all })
      }
      const [row] = rows
      if (!row) continue
      const step = this.#check(row)
      if (step) wishes.push({ row, step })
      else unchanged += 1
    }
    const depths = this.#depths()
    wishes.sort((a, b) => (depths.get(a.row.code) ?? 0) - (depths.get(b.row.code) ?? 0))
    return { byCode: this.#future(), steps: wishes.map(({ step }) => step), unchanged }
  }

  /** The step that the row asks for; null when it asks for nothing, or is wrong. */
  #check(row: OrganizationRow): OrganizationStep | null {
    const { faults, rootId, salt } = this.#parts
    const { place, code, name, kind, committee, branchType, from } = row
    const known = this.#known.get(code)
    if (known && !known.inside) {
      faults.add(place, 'code', 'CODE_OUTSIDE', { value: code })
      return null
    }
    if (known?.endedFrom) {
      faults.add(place, 'code', 'ORGANIZATION_ENDED', { date: dayInWords(known.endedFrom) })
      return null
    }
    const facts = { name, kind: kind ?? '', branchType, committee }
    if (known?.id === rootId) {
      if (!sameFacts(known, { ...facts, parentId: known.parentId })) faults.add(place, null, 'ROOT_CHANGED')
      return null
    }
    const parent = this.#parentOf(row)
    if (known && sameFacts(known, { ...facts, parentId: parent })) return null
    if (known && known.from !== null && from !== null && from <= known.from)
      faults.add(place, 'from', 'CHANGE_DATE_NOT_LATER', { date: dayInWords(known.from) })
    if (from === null) {
      if (!faults.hasAt(place, 'from')) faults.add(place, 'from', 'ORGANIZATION_DATE_MISSING')
      return null
    }
    const parentFrom = this.#beginningOf(row.parent)
    if (parentFrom !== null && from < parentFrom)
      faults.add(place, 'from', 'PARENT_LATER', { date: dayInWords(parentFrom) })
    if (parent === null) return null
    const wish = { ...facts, parentId: parent }
    if (known) return { organizationId: known.id, type: 'organization.change', payload: { ...wish, from } }
    const organizationId = derivedId(salt, 'organization', code)
    return { organizationId, type: 'organization.register', payload: { ...wish, code, validFrom: from } }
  }

  /** Its id, or null when something is wrong with it. */
  #parentOf({ place, kind, parent, code }: OrganizationRow): string | null {
    const { faults } = this.#parts
    if (parent === '') {
      if (!faults.hasAt(place, 'parent')) faults.add(place, 'parent', 'PARENT_MISSING')
      return null
    }
    const listed = this.#rows.get(parent)?.[0]
    const known = this.#known.get(parent)
    if (!listed && !known?.inside) {
      faults.add(place, 'parent', 'PARENT_UNKNOWN', { value: parent })
      return null
    }
    const parentIsBranch = listed?.kind ? this.#parts.isBranch(listed.kind) : (known?.branch ?? false)
    if (parentIsBranch && kind !== null && kind !== GROUP)
      faults.add(place, 'parent', 'PARENT_IS_BRANCH', { value: parent })
    const circle = this.#circleFrom(code)
    if (circle) {
      faults.add(place, 'parent', 'PARENT_CYCLE', { codes: circle.join(' → ') })
      return null
    }
    return this.#idOf(parent)
  }

  #idOf(code: string): string {
    return this.#known.get(code)?.id ?? derivedId(this.#parts.salt, 'organization', code)
  }

  /** As the files have it, else as on record. */
  #codeAbove(code: string): string | null {
    const [row] = this.#rows.get(code) ?? []
    if (row && this.#known.get(code)?.id !== this.#parts.rootId) return row.parent === '' ? null : row.parent
    const parentId = this.#known.get(code)?.parentId
    return (parentId && this.#knownById.get(parentId)?.code) || null
  }

  /** The codes round which one comes back to the first; null when one comes to the top, or into another row's circle. */
  #circleFrom(code: string): string[] | null {
    const passed = [code]
    for (let at = this.#codeAbove(code); at !== null; at = this.#codeAbove(at)) {
      if (at === code) return [...passed, code].slice(0, 8)
      if (passed.includes(at)) return null
      passed.push(at)
    }
    return null
  }

  #beginningOf(code: string): string | null {
    const known = this.#known.get(code)
    return known ? known.firstFrom : (this.#rows.get(code)?.[0]?.from ?? null)
  }

  #depths(): Map<string, number> {
    const depths = new Map<string, number>()
    const depthOf = (code: string, below: number): number => {
      const known = depths.get(code)
      if (known !== undefined) return known
      // In a circle, which is a fault, there is no depth.
      const above = below > 64 ? null : this.#codeAbove(code)
      const depth = above === null ? 0 : depthOf(above, below + 1) + 1
      depths.set(code, depth)
      return depth
    }
    for (const code of this.#rows.keys()) depthOf(code, 0)
    return depths
  }

  #future(): Map<string, FutureOrganization> {
    const future = new Map<string, FutureOrganization>()
    for (const { code, id, name, branch, inside, endedFrom } of this.#known.values())
      if (inside && endedFrom === null) future.set(code, { id, name, branch })
    for (const [code, [row]] of this.#rows) {
      const known = this.#known.get(code)
      if (!row || (known && !future.has(code))) continue
      const branch = row.kind === null ? true : this.#parts.isBranch(row.kind)
      future.set(code, { id: this.#idOf(code), name: row.name, branch })
    }
    return future
  }
}

const sameFacts = (
  known: KnownOrganization,
  facts: Omit<OrganizationFacts, 'parentId'> & { parentId: string | null },
) =>
  known.name === facts.name &&
  known.kind === facts.kind &&
  known.branchType === facts.branchType &&
  known.committee === facts.committee &&
  known.parentId === facts.parentId

export const checkOrganizations = (
  rows: readonly OrganizationRow[],
  known: readonly KnownOrganization[],
  parts: CheckingParts,
): CheckedOrganizations => new OrganizationCheck(rows, known, parts).run()
