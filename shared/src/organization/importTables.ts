// What the two tables of an import are made of: their columns by heading, and the words that stand for what. The template is written
// from this and a file is read by it, so that they cannot differ.
import { foldForSearch } from './foldForSearch.ts'
import type { HeldOffice, StandingKind } from './member.ts'
import type { BranchType, MemberCategory } from './schema.ts'

export interface ImportColumn<Key extends string = string> {
  key: Key
  /** As the template writes it. */
  heading: string
  /** Also understood. */
  aliases: readonly string[]
  /** Without it the table cannot be read. */
  needed: boolean
  example: string
}

const column = <K extends string>(
  key: K,
  heading: string,
  example: string,
  more: { aliases?: string[]; needed?: boolean } = {},
): ImportColumn<K> => ({ key, heading, example, aliases: more.aliases ?? [], needed: more.needed ?? false })

const needed = true

/** An example line that was left in the file is known by its code or number. */
export const EXAMPLE_CODE = 'VD.000.001'
export const EXAMPLE_NUMBER = 'VD-000001'

export const organizationColumns = [
  column('code', 'Mã tổ chức', EXAMPLE_CODE, { needed, aliases: ['Mã'] }),
  column('name', 'Tên tổ chức', 'Chi bộ Thôn Ví Dụ', { needed, aliases: ['Tên'] }),
  column('kind', 'Loại', 'Chi bộ', { needed, aliases: ['Loại tổ chức'] }),
  column('parent', 'Mã tổ chức cấp trên', 'VD.000', { needed, aliases: ['Mã cấp trên', 'Cấp trên'] }),
  column('committee', 'Tên cấp ủy', '', { aliases: ['Cấp ủy'] }),
  column('branchType', 'Loại hình chi bộ', 'Thôn, tổ dân phố', { aliases: ['Loại hình'] }),
  column('from', 'Từ ngày', '01/07/2025', { needed, aliases: ['Ngày thành lập', 'Có hiệu lực từ ngày'] }),
] as const

export const memberColumns = [
  column('number', 'Số thẻ', EXAMPLE_NUMBER, { needed, aliases: ['Số thẻ đảng viên', 'Số thẻ đảng'] }),
  column('name', 'Họ và tên', 'Nguyễn Văn Ví Dụ', { needed, aliases: ['Họ tên', 'Họ và tên đảng viên'] }),
  column('branch', 'Mã chi bộ', EXAMPLE_CODE, { needed, aliases: ['Chi bộ'] }),
  column('category', 'Diện', 'Chính thức', { needed, aliases: ['Diện đảng viên', 'Chính thức, dự bị'] }),
  column('officialFrom', 'Ngày chính thức', '19/05/2005', { aliases: ['Ngày công nhận chính thức'] }),
  column('office', 'Chức vụ', 'Bí thư', { aliases: ['Chức vụ trong chi bộ'] }),
  column('officeFrom', 'Chức vụ từ ngày', '15/07/2025', {}),
  column('title', 'Chức danh khác', '', { aliases: ['Chức danh'] }),
  column('standing', 'Tình trạng', 'Miễn sinh hoạt', { aliases: ['Miễn, đi nơi khác, đình chỉ'] }),
  column('decisionNumber', 'Số quyết định', '12-NQ/CB', { aliases: ['Số nghị quyết, quyết định'] }),
  column('decisionDate', 'Ngày quyết định', '05/08/2025', { aliases: ['Ngày nghị quyết, quyết định'] }),
  column('standingFrom', 'Tình trạng từ ngày', '05/08/2025', {}),
  column('standingTo', 'Tình trạng đến ngày', '', {}),
  column('ground', 'Lý do', 'Tuổi cao, sức khỏe yếu, có đơn đề nghị', {}),
  column('place', 'Nơi đến', '', { aliases: ['Nơi sinh hoạt tạm thời', 'Nơi'] }),
] as const

export type OrganizationColumn = (typeof organizationColumns)[number]['key']
export type MemberColumn = (typeof memberColumns)[number]['key']
export type ImportTable = 'organizations' | 'members'

export const importColumns = { organizations: organizationColumns, members: memberColumns } as const satisfies Record<
  ImportTable,
  readonly ImportColumn[]
>
/** Names of the sheets, and of the CSV files. */
export const importSheets = { organizations: 'Tổ chức', members: 'Đảng viên', notes: 'Ghi chú' } as const

/** A heading or a word of a cell as it is compared: no marks, no case, no brackets, no punctuation. */
export const foldHeading = (text: string): string =>
  foldForSearch(text.replace(/\([^)]*\)/g, ' '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

export const headingOf = (table: ImportTable, key: string): string =>
  importColumns[table].find((one) => one.key === key)?.heading ?? key

/** The first word of each is the one that the template teaches. */
export const branchTypeCells: Record<BranchType, readonly string[]> = {
  village: ['Thôn, tổ dân phố', 'Chi bộ thôn, tổ dân phố', 'Thôn', 'Tổ dân phố'],
  office: ['Cơ quan, đơn vị sự nghiệp', 'Chi bộ cơ quan, đơn vị sự nghiệp', 'Cơ quan', 'Đơn vị sự nghiệp'],
  enterprise: ['Doanh nghiệp', 'Chi bộ doanh nghiệp'],
  school: ['Trường học', 'Chi bộ trường học'],
  armedForces: ['Lực lượng vũ trang', 'Chi bộ lực lượng vũ trang'],
  other: ['Khác', 'Loại hình khác', 'Chi bộ loại hình khác'],
}
export const categoryCells: Record<MemberCategory, readonly string[]> = {
  official: ['Chính thức', 'Đảng viên chính thức'],
  probationary: ['Dự bị', 'Đảng viên dự bị'],
}
export const officeCells: Record<HeldOffice | 'member', readonly string[]> = {
  branchSecretary: ['Bí thư', 'Bí thư chi bộ'],
  deputySecretary: ['Phó bí thư', 'Phó bí thư chi bộ'],
  committeeMember: ['Chi ủy viên'],
  member: ['Đảng viên'],
}
export const standingCells: Record<StandingKind, readonly string[]> = {
  exempt: ['Miễn sinh hoạt', 'Được miễn', 'Miễn', 'Miễn công tác và sinh hoạt đảng', 'Miễn công tác và sinh hoạt'],
  away: [
    'Sinh hoạt tạm thời nơi khác',
    'Đi nơi khác',
    'Tạm thời nơi khác',
    'Giới thiệu sinh hoạt tạm thời đi nơi khác',
  ],
  specialDuty: ['Nhiệm vụ đặc biệt', 'Làm nhiệm vụ đặc biệt'],
  suspended: ['Đình chỉ sinh hoạt', 'Đình chỉ', 'Bị đình chỉ sinh hoạt', 'Đình chỉ sinh hoạt đảng'],
}

/** Cells of a closed list by their folded words. */
export function wordsOf<V extends string>(cells: Readonly<Record<V, readonly string[]>>): ReadonlyMap<string, V> {
  const entries = Object.entries(cells) as [V, readonly string[]][]
  return new Map(entries.flatMap(([value, words]) => words.map((word) => [foldHeading(word), value] as const)))
}
