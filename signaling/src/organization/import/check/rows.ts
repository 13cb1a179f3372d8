// A row of each table with its cells as values. What is wrong with a cell alone is found here; what concerns other rows, or what is on
// record, comes after.
import {
  type BranchType,
  branchTypeCells,
  categoryCells,
  groundSchema,
  type HeldOffice,
  headingOf,
  type MemberCategory,
  type MemberColumn,
  memberNumberSchema,
  type OrganizationColumn,
  officeCells,
  type Standing,
  type StandingKind,
  standingCells,
  wordsOf,
} from '@hoi-truong/shared/organization'
import type { Place } from './FaultList.ts'
import { quoted, type RowCells } from './RowCells.ts'

export interface OrganizationRow {
  place: Place
  code: string
  name: string
  kind: string | null
  parent: string
  committee: string | null
  branchType: BranchType | null
  from: string | null
}

export interface MemberRow {
  place: Place
  number: string
  name: string
  branch: string
  category: MemberCategory
  officialFrom: string | null
  office: HeldOffice | null
  officeFrom: string | null
  title: string | null
  standing: Standing | null
}

const NAME = 120
const CODE = 32

const branchTypes = wordsOf(branchTypeCells)
const categories = wordsOf(categoryCells)
const offices = wordsOf(officeCells)
const standings = wordsOf(standingCells)

/** @param kinds by their folded names */
export function organizationRow(
  cells: RowCells<OrganizationColumn>,
  kinds: ReadonlyMap<string, { kind: string; branch: boolean }>,
): OrganizationRow {
  const kindWords = new Map([...kinds].map(([name, { kind }]) => [name, kind]))
  if (cells.isEmpty('kind')) cells.fault('kind', 'KIND_MISSING')
  const kind = cells.word('kind', kindWords, 'KIND_UNKNOWN')
  const isBranch = kind === null ? null : [...kinds.values()].some((one) => one.kind === kind && one.branch)
  const branchType = cells.word('branchType', branchTypes, 'BRANCH_TYPE_UNKNOWN')
  if (isBranch === true && cells.isEmpty('branchType')) cells.fault('branchType', 'BRANCH_TYPE_MISSING')
  if (isBranch === false && branchType !== null) cells.fault('branchType', 'BRANCH_TYPE_NOT_BRANCH')
  return {
    place: cells.place,
    code: cells.text('code', CODE, 'CODE_MISSING'),
    name: cells.text('name', NAME, 'ORGANIZATION_NAME_MISSING'),
    kind,
    parent: cells.text('parent', CODE),
    committee: cells.text('committee', NAME) || null,
    branchType,
    from: cells.day('from'),
  }
}

type StandingField = 'decisionNumber' | 'decisionDate' | 'standingFrom' | 'ground' | 'place'
const standingFields: Record<StandingKind, readonly StandingField[]> = {
  exempt: ['decisionNumber', 'decisionDate', 'standingFrom', 'ground'],
  away: ['standingFrom', 'place'],
  specialDuty: ['standingFrom'],
  suspended: ['decisionNumber', 'decisionDate', 'standingFrom'],
}
const besideStanding = ['decisionNumber', 'decisionDate', 'standingFrom', 'standingTo', 'ground', 'place'] as const

function standingOf(cells: RowCells<MemberColumn>): Standing | null {
  const kind = cells.word('standing', standings, 'STANDING_UNKNOWN')
  if (kind === null) {
    if (cells.isEmpty('standing') && besideStanding.some((column) => !cells.isEmpty(column)))
      cells.fault('standing', 'STANDING_MISSING')
    return null
  }
  const missing = standingFields[kind].filter((column) => cells.isEmpty(column))
  const [first] = missing
  if (first !== undefined)
    cells.fault(first, 'STANDING_FIELD_MISSING', {
      standing: standingCells[kind][0] ?? kind,
      fields: missing.map((column) => headingOf('members', column)).join(', '),
    })
  const number = cells.text('decisionNumber', 60)
  const date = cells.day('decisionDate')
  const ground = cells.text('ground', 300)
  if (ground !== '' && !groundSchema.safeParse(ground).success) cells.fault('ground', 'GROUND_SHORT')
  const from = cells.day('standingFrom')
  const to = cells.day('standingTo')
  if (from !== null && to !== null && to < from) cells.fault('standingTo', 'PERIOD_WRONG')
  return {
    kind,
    from,
    to,
    decision: number !== '' && date !== null ? { number, date } : null,
    ground: ground === '' ? null : ground,
    place: cells.text('place', NAME) || null,
  }
}

export function memberRow(cells: RowCells<MemberColumn>): MemberRow {
  const written = cells.text('number', 200, 'NUMBER_MISSING')
  const number = memberNumberSchema.safeParse(written)
  if (written !== '' && !number.success) cells.fault('number', 'NUMBER_WRONG', { value: quoted(written) })
  if (cells.isEmpty('category')) cells.fault('category', 'CATEGORY_MISSING')
  const category = cells.word('category', categories, 'CATEGORY_UNKNOWN')
  const officialFrom = cells.day('officialFrom')
  if (category === 'probationary' && officialFrom !== null) cells.fault('officialFrom', 'OFFICIAL_DATE_OF_PROBATIONARY')
  const office = cells.word('office', offices, 'OFFICE_UNKNOWN')
  return {
    place: cells.place,
    number: number.success ? number.data : '',
    name: cells.text('name', NAME, 'MEMBER_NAME_MISSING'),
    branch: cells.text('branch', CODE, 'BRANCH_MISSING'),
    category: category ?? 'official',
    officialFrom,
    office: office === 'member' ? null : office,
    officeFrom: cells.day('officeFrom'),
    title: cells.text('title', NAME) || null,
    standing: standingOf(cells),
  }
}
