// An invented province, the same for the same seed: its communes, branches and members as an administrator would have them in lists. Writes
// them as CSV or as a workbook: `node bench/province.ts FOLDER [--faults N] [--branches N] [--members N] [--seed TEXT]`.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type ImportTable, importColumns, importSheets } from '@hoi-truong/shared/organization'
import writeXlsxFile from 'write-excel-file/node'
import { type Randomness, seeded } from '../scripts/testing/seeded.ts'
import { invent, pick } from './support/randomness.ts'

export type Row = Record<string, string>

export interface ProvinceSize {
  branches: number
  members: number
}

export interface ProvinceLists {
  organizations: Row[]
  members: Row[]
}

/** Hà Giang in 2024 (DOMAIN 1). */
export const HA_GIANG: ProvinceSize = { branches: 3_745, members: 75_000 }
const BRANCHES_OF_A_COMMUNE = 24

const KINDS = [
  { kind: 'Đảng bộ xã', committee: 'Đảng ủy xã', share: 0.82 },
  { kind: 'Đảng bộ phường', committee: 'Đảng ủy phường', share: 0.12 },
  { kind: 'Đảng bộ cơ sở khác', committee: 'Đảng ủy', share: 0.06 },
]
const BRANCH_TYPES = [
  { type: 'Thôn, tổ dân phố', name: 'Thôn', share: 0.62 },
  { type: 'Trường học', name: 'Trường', share: 0.14 },
  { type: 'Cơ quan, đơn vị sự nghiệp', name: 'Cơ quan', share: 0.13 },
  { type: 'Doanh nghiệp', name: 'Doanh nghiệp', share: 0.05 },
  { type: 'Lực lượng vũ trang', name: 'Ban chỉ huy', share: 0.04 },
  { type: 'Khác', name: 'Tổ', share: 0.02 },
]

function byShare<T extends { share: number }>(random: Randomness, choices: readonly T[]): T {
  let left = random()
  for (const choice of choices) {
    left -= choice.share
    if (left < 0) return choice
  }
  return choices.at(-1) as T
}

const day = (random: Randomness, from: number, to: number): string => {
  const date = new Date(Date.UTC(from, 0, 1) + Math.floor(random() * (to - from) * 365.25) * 86_400_000)
  return date.toISOString().slice(0, 10).split('-').toReversed().join('/')
}

function memberOf(random: Randomness, number: number, branch: string, place: number, size: number): Row {
  const isProbationary = place >= 5 && random() < 0.05
  const office = ['Bí thư', size >= 9 ? 'Phó bí thư' : '', size >= 9 ? 'Chi ủy viên' : ''][place] ?? ''
  const row: Row = {
    number: `HG-${String(number).padStart(6, '0')}`,
    name: invent.person(random),
    branch,
    category: isProbationary ? 'Dự bị' : 'Chính thức',
    officialFrom: isProbationary ? '' : day(random, 1975, 2025),
    office,
    officeFrom: office === '' ? '' : '15/07/2025',
    title: place === 0 && random() < 0.2 ? 'Trưởng thôn' : '',
  }
  const chance = random()
  if (office !== '' || isProbationary || chance > 0.135) return row
  if (chance < 0.1)
    return {
      ...row,
      standing: 'Miễn sinh hoạt',
      decisionNumber: `${1 + Math.floor(random() * 60)}-NQ/CB`,
      decisionDate: '05/08/2025',
      standingFrom: '05/08/2025',
      ground: pick(random, ['Tuổi cao, sức khỏe yếu, có đơn đề nghị', 'Điều trị dài ngày, có đơn đề nghị']),
    }
  if (chance < 0.13)
    return {
      ...row,
      standing: 'Sinh hoạt tạm thời nơi khác',
      standingFrom: day(random, 2025, 2026),
      place: `Chi bộ ${invent.place(random)}`,
    }
  return { ...row, standing: 'Nhiệm vụ đặc biệt', standingFrom: day(random, 2025, 2026) }
}

/** How many members there are before each branch, and after the last: branches of 6 and branches of 60 exist. */
function headsUpTo(random: Randomness, { branches, members }: ProvinceSize): number[] {
  const weights = Array.from({ length: branches }, () => 6 + random() * 28 + (random() < 0.04 ? 30 : 0))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  return [
    0,
    ...weights.map((weight) => {
      passed += weight
      return Math.round((members * passed) / whole)
    }),
  ]
}

/** @param under code of the organization above all of them */
export function inventProvince(seed: string, size: ProvinceSize = HA_GIANG, under = '99'): ProvinceLists {
  const random = seeded(seed)
  const communes = Math.max(1, Math.round(size.branches / BRANCHES_OF_A_COMMUNE))
  const organizations: Row[] = []
  const members: Row[] = []
  for (let number = 1; number <= communes; number += 1) {
    const { kind, committee } = byShare(random, KINDS)
    const place = `${invent.place(random)} ${number}`
    const code = `${under}.1${String(number).padStart(3, '0')}`
    organizations.push({
      code,
      name: `${kind.replace(' cơ sở khác', '')} ${place}`,
      kind,
      parent: under,
      committee: `${committee} ${place}`,
      from: '01/07/2025',
    })
  }
  const limits = headsUpTo(random, size)
  for (let number = 0; number < size.branches; number += 1) {
    const parent = organizations[number % communes] as Row
    const { type, name } = byShare(random, BRANCH_TYPES)
    const code = `${parent.code}.${String(Math.floor(number / communes) + 1).padStart(3, '0')}`
    organizations.push({
      code,
      name: `Chi bộ ${name} ${invent.place(random)}`,
      kind: 'Chi bộ',
      parent: parent.code ?? '',
      branchType: type,
      from: '01/07/2025',
    })
    const [before = 0, upTo = 0] = limits.slice(number, number + 2)
    for (let place = 0; place < upTo - before; place += 1)
      members.push(memberOf(random, members.length + 1, code, place, upTo - before))
  }
  return { organizations, members }
}

const FAULTS: ((row: Row, others: readonly Row[]) => Row)[] = [
  (row) => ({ ...row, name: '' }),
  (row) => ({ ...row, category: 'Quần chúng' }),
  (row) => ({ ...row, officialFrom: '30/02/2020' }),
  (row) => ({ ...row, branch: '99.9999.999' }),
  (row) => ({ ...row, office: 'Trưởng ban' }),
  (row) => ({ ...row, standing: 'Miễn sinh hoạt', decisionNumber: '', decisionDate: '', standingFrom: '', ground: '' }),
  (row) => ({ ...row, number: 'số mới' }),
]

/** Exactly so many rows are faulty, spread over the list, of every kind by turns. */
export function withFaults({ organizations, members }: ProvinceLists, faults: number): ProvinceLists {
  const step = members.length / Math.max(1, faults)
  const faulty = new Map(Array.from({ length: faults }, (_, index) => [Math.floor(index * step), index]))
  return {
    organizations,
    members: members.map((row, index) => {
      const kind = faulty.get(index)
      return kind === undefined ? row : (FAULTS[kind % FAULTS.length]?.(row, members) ?? row)
    }),
  }
}

const cells = (table: ImportTable, row: Row): string[] => importColumns[table].map(({ key }) => row[key] ?? '')
const headings = (table: ImportTable): string[] => importColumns[table].map(({ heading }) => heading)

export function csvFile(table: ImportTable, rows: readonly Row[]): Buffer {
  const line = (values: readonly string[]) =>
    values.map((value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',')
  return Buffer.from(`\uFEFF${[headings(table), ...rows.map((row) => cells(table, row))].map(line).join('\r\n')}\r\n`)
}

export const workbook = ({ organizations, members }: ProvinceLists): Promise<Buffer> =>
  writeXlsxFile([
    {
      sheet: importSheets.organizations,
      data: [headings('organizations'), ...organizations.map((row) => cells('organizations', row))],
    },
    { sheet: importSheets.members, data: [headings('members'), ...members.map((row) => cells('members', row))] },
  ]).toBuffer()

/** The lists as text: tells whether two are the same. */
export const fingerprint = (lists: ProvinceLists): string =>
  createHash('sha256').update(JSON.stringify(lists)).digest('hex')

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: 'hoi-truong' },
      faults: { type: 'string', default: '0' },
      branches: { type: 'string', default: String(HA_GIANG.branches) },
      members: { type: 'string', default: String(HA_GIANG.members) },
    },
  })
  const [folder = 'province'] = positionals
  const size = { branches: Number(values.branches), members: Number(values.members) }
  const lists = withFaults(inventProvince(values.seed, size), Number(values.faults))
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'to-chuc.csv'), csvFile('organizations', lists.organizations))
  writeFileSync(path.join(folder, 'dang-vien.csv'), csvFile('members', lists.members))
  writeFileSync(path.join(folder, 'danh-sach.xlsx'), await workbook(lists))
  process.stdout.write(`${lists.organizations.length} organizations and ${lists.members.length} members in ${folder}\n`)
}
