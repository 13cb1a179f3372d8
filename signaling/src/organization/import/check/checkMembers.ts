// The rows of members against each other and against what is on record.
import {
  applyLine,
  type ImportLine,
  type KnownMember,
  type MemberColumn,
  type OfficeTerm,
  overlaps,
  type RefusedLine,
} from '@hoi-truong/shared/organization'
import { derivedId } from '../derivedId.ts'
import { type CheckedOrganizations, type CheckingParts, grouped, rowsInWords } from './checkOrganizations.ts'
import type { Place } from './FaultList.ts'
import type { KnownOrganization, KnownPerson, KnownSecretary } from './known.ts'
import { LINES_AT_ONCE, type MergeStep } from './plan.ts'
import type { MemberRow } from './rows.ts'

export interface MembersOnRecord {
  people: ReadonlyMap<string, KnownPerson>
  secretaries: readonly KnownSecretary[]
  /** By id: to name the branch where somebody is. */
  organizations: ReadonlyMap<string, KnownOrganization>
}

/** As many as a report names: a list in which everybody is secretary is not compared each with each. */
const OTHERS_NAMED = 10

interface Secretary {
  memberId: string
  /** Null: not in the files. */
  place: Place | null
  terms: readonly OfficeTerm[]
}

function atTheSameTime(one: Secretary, secretaries: readonly Secretary[]): Secretary[] {
  const found: Secretary[] = []
  for (const other of secretaries) {
    if (other === one || !other.terms.some((term) => one.terms.some((own) => overlaps(own, term)))) continue
    found.push(other)
    if (found.length === OTHERS_NAMED) break
  }
  return found
}

const columnOf: Record<RefusedLine, MemberColumn> = {
  MEMBER_LEFT: 'number',
  OFFICE_DATE_EARLY: 'officeFrom',
  OFFICE_OF_PROBATIONARY: 'office',
  STANDING_OVERLAPS: 'standingFrom',
}

export interface CheckedMembers {
  merges: MergeStep[]
  new: number
  changed: number
  unchanged: number
  /** Rows whose office changes without saying when. */
  officesToday: number
}

class MemberCheck {
  readonly #parts: CheckingParts
  readonly #record: MembersOnRecord
  readonly #organizations: CheckedOrganizations
  readonly #day: string
  readonly #result: CheckedMembers = { merges: [], new: 0, changed: 0, unchanged: 0, officesToday: 0 }
  /** By branch: how many lines the files have, and the merges that they come to. */
  readonly #branches = new Map<string, { seen: number; merges: Map<number, MergeStep> }>()
  readonly #secretaries = new Map<string, { name: string; people: Map<string, Secretary> }>()

  constructor(organizations: CheckedOrganizations, record: MembersOnRecord, day: string, parts: CheckingParts) {
    this.#organizations = organizations
    this.#record = record
    this.#day = day
    this.#parts = parts
  }

  run(rows: readonly MemberRow[]): CheckedMembers {
    const { faults } = this.#parts
    for (const [value, same] of grouped(rows, ({ number }) => number)) {
      if (same.length === 1) continue
      const all = rowsInWords(same.map(({ place }) => place))
      for (const { place } of same) faults.add(place, 'number', 'NUMBER_TWICE', { value, rows: all })
    }
    for (const row of rows) this.#check(row)
    for (const { merges } of this.#branches.values()) this.#result.merges.push(...merges.values())
    this.#checkSecretaries()
    return this.#result
  }

  #check(row: MemberRow): void {
    const { faults, salt } = this.#parts
    const { place, number, branch } = row
    if (branch === '' || number === '') return
    const organization = this.#organizations.byCode.get(branch)
    if (!organization?.branch) {
      faults.add(place, 'branch', organization ? 'BRANCH_NOT_BRANCH' : 'BRANCH_UNKNOWN', { value: branch })
      return
    }
    const person = this.#record.people.get(number)
    if (person && !this.#isHere(row, person, organization.id)) return
    const before = person?.records.get(organization.id)
    const line: ImportLine = {
      memberId: person?.memberId ?? derivedId(salt, 'member', number),
      memberNumber: number,
      name: row.name,
      category: row.category,
      officialFrom: row.officialFrom,
      title: row.title,
      office: row.office,
      officeFrom: row.officeFrom,
      standing: row.standing,
    }
    const outcome = applyLine(before, line, this.#day)
    if (outcome.kind === 'refused') {
      faults.add(place, columnOf[outcome.why], outcome.why)
      return
    }
    const offices = outcome.kind === 'unchanged' ? (before?.offices ?? []) : outcome.member.offices
    this.#noteSecretary(organization, line.memberId, place, offices)
    if (before && row.officeFrom === null) this.#countOffice(before, offices)
    this.#result[outcome.kind] += 1
    this.#keep(organization.id, place.file, line, outcome.kind !== 'unchanged')
  }

  /** Whether the branch of the row is the one where the person is on record. */
  #isHere({ place, number }: MemberRow, { records }: KnownPerson, organizationId: string): boolean {
    const { faults } = this.#parts
    const homes = [...records].filter(([, { memberships }]) =>
      memberships.some(({ kind, to }) => kind === 'regular' && (to === null || to >= this.#day)),
    )
    if (homes.some(([id]) => id === organizationId)) return true
    const [home] = homes
    if (!home) {
      faults.add(place, 'number', 'MEMBER_LEFT')
      return false
    }
    const organization = this.#record.organizations.get(home[0])
    if (organization?.inside)
      faults.add(place, 'number', 'MEMBER_ELSEWHERE', { value: number, branch: organization.name })
    else faults.add(place, 'number', 'MEMBER_ELSEWHERE_OUTSIDE', { value: number })
    return false
  }

  #countOffice(before: KnownMember, after: readonly OfficeTerm[]): void {
    const same = before.offices.length === after.length && before.offices.every((term, index) => term === after[index])
    if (!same) this.#result.officesToday += 1
  }

  #keep(organizationId: string, file: string, line: ImportLine, isWritten: boolean): void {
    const branch = this.#branches.get(organizationId) ?? { seen: 0, merges: new Map<number, MergeStep>() }
    this.#branches.set(organizationId, branch)
    const piece = Math.floor(branch.seen / LINES_AT_ONCE)
    branch.seen += 1
    if (!isWritten) return
    const merge = branch.merges.get(piece) ?? { organizationId, piece, file, lines: [] }
    branch.merges.set(piece, merge)
    merge.lines.push(line)
  }

  #noteSecretary(
    { id, name }: { id: string; name: string },
    memberId: string,
    place: Place,
    offices: readonly OfficeTerm[],
  ): void {
    const branch = this.#secretaries.get(id) ?? { name, people: new Map<string, Secretary>() }
    this.#secretaries.set(id, branch)
    const terms = offices.filter(({ office }) => office === 'branchSecretary')
    branch.people.set(memberId, { memberId, place, terms })
  }

  #checkSecretaries(): void {
    const { faults } = this.#parts
    for (const { organizationId, memberId, offices } of this.#record.secretaries) {
      const branch = this.#secretaries.get(organizationId)
      if (branch && !branch.people.has(memberId)) branch.people.set(memberId, { memberId, place: null, terms: offices })
    }
    for (const { name, people } of this.#secretaries.values()) {
      // In the order of the report, those that are not in the files last.
      const secretaries = [...people.values()]
        .filter(({ terms }) => terms.length > 0)
        .toSorted((a, b) => (a.place?.order ?? Number.POSITIVE_INFINITY) - (b.place?.order ?? Number.POSITIVE_INFINITY))
      for (const one of secretaries) {
        if (!one.place) continue
        const others = atTheSameTime(one, secretaries)
        if (others.length === 0) continue
        const places = others.flatMap(({ place }) => place ?? [])
        if (places.length === 0) faults.add(one.place, 'office', 'SECRETARY_KNOWN', { branch: name })
        else {
          const rows = rowsInWords([one.place, ...places].toSorted((a, b) => a.order - b.order))
          faults.add(one.place, 'office', 'TWO_SECRETARIES', { branch: name, rows })
        }
      }
    }
  }
}

export const checkMembers = (
  rows: readonly MemberRow[],
  organizations: CheckedOrganizations,
  record: MembersOnRecord,
  day: string,
  parts: CheckingParts,
): CheckedMembers => new MemberCheck(organizations, record, day, parts).run(rows)
