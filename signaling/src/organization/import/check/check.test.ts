// Every fault that a list can have, each at its place; and what is none, though it looks like one.
import type { ImportFaultCode, MemberColumn, OrganizationColumn } from '@hoi-truong/shared/organization'
import { importFaultCodeSchema } from '@hoi-truong/shared/organization'
import { describe, expect, test } from 'vitest'
import { READING_LIMITS } from '../read/sheet.ts'
import { branchRow, csvOf, personRow } from '../testing/lists.ts'
import { checkMembers } from './checkMembers.ts'
import { checkOrganizations } from './checkOrganizations.ts'
import type { KnownOrganization, KnownPerson } from './known.ts'
import { readTables } from './readTables.ts'

const kinds = new Map([
  ['chi bo', { kind: 'branch', branch: true }],
  ['dang bo xa', { kind: 'commune', branch: false }],
  ['to dang', { kind: 'group', branch: false }],
])
const DAY = '2026-11-22'
const ROOT = 'root'

const known = (more: Partial<KnownOrganization>): KnownOrganization => ({
  id: 'x',
  code: 'X',
  inside: true,
  name: 'Đảng bộ xã X',
  kind: 'commune',
  branch: false,
  branchType: null,
  committee: null,
  parentId: ROOT,
  from: '2025-07-01',
  firstFrom: '2025-07-01',
  endedFrom: null,
  ...more,
})
const record: KnownOrganization[] = [
  known({ id: ROOT, code: '99', name: 'Đảng bộ tỉnh', parentId: null }),
  known({ id: 'commune', code: '99.000.001' }),
  known({
    id: 'old',
    code: 'B.OLD',
    name: 'Chi bộ Cũ',
    kind: 'branch',
    branch: true,
    branchType: 'village',
    parentId: 'commune',
  }),
  known({ id: 'ended', code: 'B.END', kind: 'branch', branch: true, endedFrom: '2026-01-01' }),
  known({ id: 'outside', code: 'B.OUT', name: 'Chi bộ Bí Mật', inside: false }),
]

const member = (organizationId: string, more: object = {}): KnownPerson => {
  const facts = {
    memberId: 'm',
    memberNumber: 'NH-0001',
    name: 'Nguyễn Văn Nhập',
    category: 'official',
    officialFrom: null,
    title: null,
  }
  const memberships = [{ kind: 'regular', from: null, to: null, origin: null, destination: null }]
  const one = { ...facts, memberships, standings: [], offices: [], ...more }
  return { memberId: 'm', number: 'NH-0001', records: new Map([[organizationId, one as never]]) }
}

interface Given {
  organizations?: Record<string, string>[]
  members?: Record<string, string>[]
  people?: KnownPerson[]
  secretaries?: Parameters<typeof checkMembers>[2]['secretaries']
}

async function check({ organizations = [branchRow()], members = [], people = [], secretaries = [] }: Given) {
  const files = [
    { name: 'to-chuc.csv', content: csvOf('organizations', organizations) },
    { name: 'dang-vien.csv', content: csvOf('members', members) },
  ]
  const tables = await readTables(files, { kinds, limits: READING_LIMITS })
  const parts = { rootId: ROOT, salt: 's', faults: tables.faults, isBranch: (kind: string) => kind === 'branch' }
  const checked = checkOrganizations(tables.organizations, record, parts)
  const merged = checkMembers(
    tables.members,
    checked,
    {
      people: new Map(people.map((one) => [one.number, one])),
      secretaries,
      organizations: new Map(record.map((one) => [one.id, one])),
    },
    DAY,
    parts,
  )
  return { faults: tables.faults.inOrder(), checked, merged, notes: tables.notes }
}

const org = (more: Partial<Record<OrganizationColumn, string>>): Given => ({ organizations: [branchRow(more)] })
const person = (more: Partial<Record<MemberColumn, string>>, given: Given = {}): Given => ({
  members: [personRow(more)],
  ...given,
})
const term = (more: object = {}) => ({ office: 'committeeMember', from: '2025-07-15', to: null, ...more })

type Case = [code: ImportFaultCode, column: string | null, given: Given]
const cases: Case[] = [
  ['DATE_WRONG', 'Từ ngày', org({ from: '31/02/2026' })],
  ['TEXT_TOO_LONG', 'Tên tổ chức', org({ name: 'x'.repeat(121) })],
  ['TEXT_WRONG', 'Tên tổ chức', org({ name: 'Chi b\uFFFD' })],
  ['CODE_MISSING', 'Mã tổ chức', org({ code: '' })],
  ['CODE_OUTSIDE', 'Mã tổ chức', org({ code: 'B.OUT' })],
  ['ORGANIZATION_NAME_MISSING', 'Tên tổ chức', org({ name: '' })],
  ['KIND_MISSING', 'Loại', org({ kind: '' })],
  ['KIND_UNKNOWN', 'Loại', org({ kind: 'Câu lạc bộ' })],
  ['BRANCH_TYPE_MISSING', 'Loại hình chi bộ', org({ branchType: '' })],
  ['BRANCH_TYPE_UNKNOWN', 'Loại hình chi bộ', org({ branchType: 'Hội' })],
  ['BRANCH_TYPE_NOT_BRANCH', 'Loại hình chi bộ', org({ kind: 'Đảng bộ xã' })],
  ['PARENT_MISSING', 'Mã tổ chức cấp trên', org({ parent: '' })],
  ['PARENT_UNKNOWN', 'Mã tổ chức cấp trên', org({ parent: 'KHÔNG' })],
  ['PARENT_UNKNOWN', 'Mã tổ chức cấp trên', org({ parent: 'B.OUT' })],
  ['PARENT_CYCLE', 'Mã tổ chức cấp trên', org({ kind: 'Đảng bộ xã', branchType: '', parent: 'T.001' })],
  ['PARENT_IS_BRANCH', 'Mã tổ chức cấp trên', org({ parent: 'B.OLD' })],
  ['PARENT_LATER', 'Từ ngày', org({ from: '01/01/2020' })],
  ['ORGANIZATION_DATE_MISSING', 'Từ ngày', org({ from: '' })],
  ['CHANGE_DATE_NOT_LATER', 'Từ ngày', org({ code: 'B.OLD' })],
  ['ORGANIZATION_ENDED', 'Mã tổ chức', org({ code: 'B.END' })],
  ['ROOT_CHANGED', null, org({ code: '99' })],
  ['NUMBER_MISSING', 'Số thẻ', person({ number: '' })],
  ['NUMBER_WRONG', 'Số thẻ', person({ number: 'số mới' })],
  ['MEMBER_NAME_MISSING', 'Họ và tên', person({ name: ' ' })],
  ['BRANCH_MISSING', 'Mã chi bộ', person({ branch: '' })],
  ['BRANCH_UNKNOWN', 'Mã chi bộ', person({ branch: 'KHÔNG' })],
  ['BRANCH_UNKNOWN', 'Mã chi bộ', person({ branch: 'B.OUT' })],
  ['BRANCH_NOT_BRANCH', 'Mã chi bộ', person({ branch: '99.000.001' })],
  ['MEMBER_ELSEWHERE', 'Số thẻ', person({}, { people: [member('old')] })],
  ['MEMBER_ELSEWHERE_OUTSIDE', 'Số thẻ', person({}, { people: [member('outside')] })],
  [
    'MEMBER_LEFT',
    'Số thẻ',
    person(
      { branch: 'B.OLD' },
      { people: [member('old', { memberships: [{ kind: 'regular', from: null, to: '2026-01-01' }] })] },
    ),
  ],
  ['CATEGORY_MISSING', 'Diện', person({ category: '' })],
  ['CATEGORY_UNKNOWN', 'Diện', person({ category: 'Quần chúng' })],
  ['OFFICIAL_DATE_OF_PROBATIONARY', 'Ngày chính thức', person({ category: 'Dự bị', officialFrom: '01/01/2026' })],
  ['OFFICE_UNKNOWN', 'Chức vụ', person({ office: 'Thư ký' })],
  ['OFFICE_OF_PROBATIONARY', 'Chức vụ', person({ category: 'Dự bị', office: 'Bí thư' })],
  [
    'OFFICE_DATE_EARLY',
    'Chức vụ từ ngày',
    person(
      { branch: 'B.OLD', office: 'Bí thư', officeFrom: '01/01/2024' },
      { people: [member('old', { offices: [term({ from: '2023-01-01', to: '2025-01-01' })] })] },
    ),
  ],
  [
    'SECRETARY_KNOWN',
    'Chức vụ',
    person(
      { branch: 'B.OLD', office: 'Bí thư' },
      {
        secretaries: [
          { organizationId: 'old', memberId: 'other', offices: [{ office: 'branchSecretary', from: null, to: null }] },
        ],
      },
    ),
  ],
  ['STANDING_UNKNOWN', 'Tình trạng', person({ standing: 'Nghỉ hưu' })],
  ['STANDING_MISSING', 'Tình trạng', person({ decisionNumber: '12-NQ/CB' })],
  [
    'STANDING_FIELD_MISSING',
    'Ngày quyết định',
    person({ standing: 'Đình chỉ', decisionNumber: '1', standingFrom: '01/01/2026' }),
  ],
  [
    'STANDING_OVERLAPS',
    'Tình trạng từ ngày',
    person(
      { branch: 'B.OLD', standing: 'Đi nơi khác', place: 'Nơi khác', standingFrom: '01/02/2026' },
      { people: [member('old', { standings: [{ kind: 'away', from: '2026-01-01', to: null }] })] },
    ),
  ],
  [
    'GROUND_SHORT',
    'Lý do',
    person({
      standing: 'Miễn',
      decisionNumber: '1',
      decisionDate: '01/01/2026',
      standingFrom: '01/01/2026',
      ground: 'x',
    }),
  ],
  [
    'PERIOD_WRONG',
    'Tình trạng đến ngày',
    person({ standing: 'Nhiệm vụ đặc biệt', standingFrom: '02/01/2026', standingTo: '01/01/2026' }),
  ],
]

describe('a row with one fault', () => {
  test.each(cases)('%s at %s', async (code, column, given) => {
    const { faults } = await check(given)
    expect(faults.map((fault) => [fault.code, fault.column, fault.row])).toEqual([[code, column, 2]])
  })
})

describe('rows that do not go together', () => {
  test('the same code, and the same number, names all rows', async () => {
    const { faults } = await check({
      organizations: [branchRow(), branchRow({ code: 'T.002' }), branchRow()],
      members: [personRow(), personRow({ number: 'nh-0001' })],
    })
    expect(faults.map(({ code, row, params }) => [code, row, params.rows])).toEqual([
      ['CODE_TWICE', 2, '2, 4'],
      ['CODE_TWICE', 4, '2, 4'],
      ['NUMBER_TWICE', 2, '2, 3'],
      ['NUMBER_TWICE', 3, '2, 3'],
    ])
  })

  test('two secretaries of a branch at once', async () => {
    const { faults } = await check({
      members: [personRow({ office: 'Bí thư' }), personRow({ number: 'NH-2', office: 'bi thu' })],
    })
    expect(faults.map(({ code, row, params }) => [code, row, params.rows])).toEqual([
      ['TWO_SECRETARIES', 2, '2, 3'],
      ['TWO_SECRETARIES', 3, '2, 3'],
    ])
  })

  test('a branch in which everybody is secretary: each row is told of the first ten', async () => {
    // Compared each with each it would take minutes.
    const count = 8_000
    const members = Array.from({ length: count }, (_, index) => personRow({ number: `NH-${index}`, office: 'Bí thư' }))
    const { faults } = await check({ members })
    expect(faults).toHaveLength(count)
    expect(faults.at(-1)?.params.rows).toBe('2, 3, 4, 5, 6, 7, 8, 9, 10, 11')
  })

  test('a circle of three', async () => {
    const commune = (code: string, parent: string) => branchRow({ code, parent, kind: 'Đảng bộ xã', branchType: '' })
    const { faults } = await check({ organizations: [commune('A', 'C'), commune('B', 'A'), commune('C', 'B')] })
    expect(faults.map(({ code, params }) => [code, params.codes])).toEqual([
      ['PARENT_CYCLE', 'A → C → B → A'],
      ['PARENT_CYCLE', 'B → A → C → B'],
      ['PARENT_CYCLE', 'C → B → A → C'],
    ])
  })
})

test('every fault of the closed list is tried here', () => {
  const tried = new Set<string>([...cases.map(([code]) => code), 'CODE_TWICE', 'NUMBER_TWICE', 'TWO_SECRETARIES'])
  expect(importFaultCodeSchema.options.filter((code) => !tried.has(code))).toEqual([])
})

describe('what is no fault', () => {
  test('parents come before children, wherever they stand in the file', async () => {
    const { faults, checked } = await check({
      organizations: [branchRow({ parent: 'NEW' }), branchRow({ code: 'NEW', kind: 'Đảng bộ xã', branchType: '' })],
    })
    expect(faults).toEqual([])
    expect(checked.steps.map(({ payload }) => 'code' in payload && payload.code)).toEqual(['NEW', 'T.001'])
  })

  test('an empty cell says nothing of a record; a former secretary who is listed without the office makes room', async () => {
    const before = member('old', {
      officialFrom: '2001-01-01',
      title: 'Trưởng thôn',
      offices: [term({ office: 'branchSecretary' })],
    })
    const { faults, merged } = await check({
      people: [before],
      members: [
        personRow({ branch: 'B.OLD' }),
        personRow({ branch: 'B.OLD', number: 'NH-2', office: 'Bí thư', officeFrom: '22/11/2026' }),
      ],
      secretaries: [
        {
          organizationId: 'old',
          memberId: 'm',
          offices: [{ office: 'branchSecretary', from: '2025-07-15', to: null }],
        },
      ],
    })
    expect(faults).toEqual([])
    expect(merged).toMatchObject({ new: 1, changed: 1, officesToday: 1 })
  })

  test('the example line of the template, and columns that nobody asked for', async () => {
    const { faults, notes } = await check({ members: [personRow({ number: 'VD-000001' })] })
    expect(faults).toEqual([])
    expect(notes.map(({ code }) => code)).toEqual(['EXAMPLE_LEFT_OUT'])
  })
})
