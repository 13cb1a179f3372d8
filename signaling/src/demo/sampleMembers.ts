// The organizations and members of sample-meeting.json in the words of the program. What the file leaves out (numbers of decisions,
// days, where somebody is away to) is invented here like everything in it.
import { type ImportedMember, importedMemberSchema, organizationSchema } from '@hoi-truong/shared/organization'
import { z } from 'zod'
import { demoId } from './demoId.ts'

const offices = {
  bi_thu: 'branchSecretary',
  pho_bi_thu: 'deputySecretary',
  chi_uy_vien: 'committeeMember',
  dang_vien: null,
} as const
const categories = { chinh_thuc: 'official', du_bi: 'probationary' } as const
const statuses = {
  dang_sinh_hoat: 'active',
  mien_cong_tac_va_sinh_hoat: 'exempt',
  sinh_hoat_tam_thoi_noi_khac: 'away',
} as const
const kinds = { tinh: 'provincial', co_so: 'commune', chi_bo: 'branch' } as const
const branchTypes = { thon_to_dan_pho: 'village' } as const

const keys = <K extends string>(table: Record<K, unknown>) => z.enum(Object.keys(table) as [K, ...K[]])

export const sampleOrganizationSchema = z.object({
  ma: z.string(),
  ten: z.string(),
  cap: keys(kinds),
  loai_hinh: keys(branchTypes).optional(),
  cha: z.string().optional(),
  cap_uy: z.string().optional(),
})
export const sampleMemberSchema = z.object({
  id: z.string(),
  ho_ten: z.string(),
  loai: keys(categories),
  chuc_vu: keys(offices),
  trang_thai: keys(statuses),
  ngay_vao_dang: z.iso.date(),
  so_the: z.string(),
})
export const sampleGuestSchema = z.object({
  id: z.string(),
  ho_ten: z.string(),
  chuc_vu: z.string(),
  so_the: z.string(),
})

/** The day from which provinces, communes and their branches stand as they do now. */
const REFORM = '2025-07-01'
/** The branch elected its committee for 2025-2030. */
const TERM_BEGAN = '2025-07-15'

const exemptions: Record<string, { number: string; date: string; ground: string }> = {
  dv21: { number: '12-NQ/CB', date: '2025-08-05', ground: 'Tuổi cao, sức khỏe yếu, có đơn đề nghị' },
  dv22: { number: '15-NQ/CB', date: '2025-10-03', ground: 'Sức khỏe yếu, điều trị dài ngày, có đơn đề nghị' },
}
const away = { place: 'Chi bộ Khu phố Tưởng Tượng, phường Giả Lập', from: '2026-03-01' }

export function organizationOf(organization: z.infer<typeof sampleOrganizationSchema>) {
  return {
    id: demoId(organization.ma),
    record: organizationSchema.parse({
      code: organization.ma,
      name: organization.ten,
      kind: kinds[organization.cap],
      branchType: organization.loai_hinh ? branchTypes[organization.loai_hinh] : null,
      committee: organization.cap_uy ?? null,
      parentId: organization.cha === undefined ? null : demoId(organization.cha),
      validFrom: REFORM,
    }),
  }
}

const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

function standingsOf({ id, trang_thai }: z.infer<typeof sampleMemberSchema>) {
  const open = { to: null, decision: null, ground: null, place: null }
  switch (statuses[trang_thai]) {
    case 'active':
      return []
    case 'away':
      return [{ ...open, kind: 'away', ...away }]
    case 'exempt': {
      const { number, date, ground } = exemptions[id] ?? { number: '01-NQ/CB', date: REFORM, ground: 'Tuổi cao' }
      return [{ ...open, kind: 'exempt', decision: { number, date }, ground, from: date }]
    }
  }
}

export function memberOf(member: z.infer<typeof sampleMemberSchema>): ImportedMember {
  const office = offices[member.chuc_vu]
  const joined = member.ngay_vao_dang
  const category = categories[member.loai]
  return importedMemberSchema.parse({
    memberId: demoId(member.id),
    memberNumber: member.so_the,
    name: member.ho_ten,
    category,
    officialFrom: category === 'official' ? yearAfter(joined) : null,
    membership: { kind: 'regular', from: joined > REFORM ? joined : REFORM, to: null },
    standings: standingsOf(member),
    offices: office === null ? [] : [{ office, from: TERM_BEGAN, to: null }],
  })
}

/** Cấp ủy viên cấp trên: on record with the commune, assigned to follow the branch. */
export const followerOf = (guest: z.infer<typeof sampleGuestSchema>, branchId: string): ImportedMember =>
  importedMemberSchema.parse({
    memberId: demoId(guest.id),
    memberNumber: guest.so_the,
    name: guest.ho_ten,
    category: 'official',
    title: guest.chuc_vu,
    membership: { kind: 'regular', from: REFORM, to: null },
    roles: [{ role: 'upperMonitor', organizationId: branchId, from: REFORM, to: null }],
  })

/** Who brings lists in, for the whole province: not in the file, which is about one meeting. */
export const administratorOf = (provinceId: string): ImportedMember =>
  importedMemberSchema.parse({
    memberId: demoId('qt01'),
    memberNumber: 'MAU-90009',
    name: 'Đỗ Thị Quản Trị',
    category: 'official',
    title: 'Quản trị viên, Ban Tổ chức Tỉnh ủy Ví Dụ',
    membership: { kind: 'regular', from: REFORM, to: null },
    roles: [{ role: 'administrator', organizationId: provinceId, from: REFORM, to: null }],
  })
