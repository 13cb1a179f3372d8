// The branches beside the sample's, so that who looks on from above sees a commune and not one line: names and figures of
// `bang_theo_doi_mau` in sample-meeting.json, a few more states, and a sibling commune. All invented.
import type { BranchType } from '@hoi-truong/shared/organization'

/** What has become of the branch's meeting this month. */
type NeighbourMonth =
  | { state: 'held'; day: number; present: number; minutes: number }
  | { state: 'running'; present: number }
  | { state: 'announced' }
  | { state: 'notHeld'; reason: string }
  | { state: 'none' }

export interface Neighbour {
  code: string
  name: string
  branchType: BranchType
  /** So many members, all of them expected. */
  members: number
  place: string
  month: NeighbourMonth
}

export const siblingCommune = {
  code: '99.000.002',
  name: 'Đảng bộ xã Tượng Trưng',
  committee: 'Đảng ủy xã Tượng Trưng',
}

const COMMUNE = '99.000.001'
const hall = 'Nhà văn hóa'

export const neighbours: readonly Neighbour[] = [
  {
    code: `${COMMUNE}.000.901`,
    name: 'Chi bộ Thôn Giả Định 1',
    branchType: 'village',
    members: 31,
    place: hall,
    month: { state: 'held', day: 3, present: 29, minutes: 105 },
  },
  {
    code: `${COMMUNE}.000.902`,
    name: 'Chi bộ Thôn Mô Hình',
    branchType: 'village',
    members: 18,
    place: hall,
    month: { state: 'held', day: 4, present: 17, minutes: 96 },
  },
  {
    code: `${COMMUNE}.000.903`,
    name: 'Chi bộ Tổ dân phố Thử Nghiệm',
    branchType: 'village',
    members: 40,
    place: hall,
    month: { state: 'held', day: 5, present: 15, minutes: 62 },
  },
  {
    code: `${COMMUNE}.000.904`,
    name: 'Chi bộ Trường Tiểu học Ví Dụ',
    branchType: 'school',
    members: 14,
    place: 'Phòng hội đồng',
    month: { state: 'none' },
  },
  {
    code: `${COMMUNE}.000.905`,
    name: 'Chi bộ Thôn Giả Định 3',
    branchType: 'village',
    members: 16,
    place: hall,
    month: { state: 'running', present: 11 },
  },
  {
    code: `${COMMUNE}.000.906`,
    name: 'Chi bộ Trạm Y tế Minh Họa',
    branchType: 'office',
    members: 9,
    place: 'Phòng giao ban',
    month: { state: 'announced' },
  },
  {
    code: `${COMMUNE}.000.907`,
    name: 'Chi bộ Trường Mầm non Minh Họa',
    branchType: 'school',
    members: 12,
    place: 'Phòng hội đồng',
    month: { state: 'notHeld', reason: 'Nhà trường di dời tránh lũ theo yêu cầu của xã; sinh hoạt bù vào tháng sau.' },
  },
  {
    code: `${siblingCommune.code}.000.901`,
    name: 'Chi bộ Thôn Tưởng Tượng',
    branchType: 'village',
    members: 14,
    place: hall,
    month: { state: 'held', day: 3, present: 13, minutes: 98 },
  },
]

interface DemoOfficer {
  memberNumber: string
  name: string
  title: string
  /** Code of the organization on whose list they stand, and which they look at. */
  of: string
}

export const officers: readonly DemoOfficer[] = [
  {
    memberNumber: 'MAU-90002',
    name: 'Lưu Thị Theo Dõi',
    title: 'Cán bộ Ban Xây dựng Đảng, Đảng ủy xã Minh Họa',
    of: COMMUNE,
  },
  {
    memberNumber: 'MAU-90003',
    name: 'Mạc Văn Láng Giềng',
    title: 'Cán bộ Ban Xây dựng Đảng, Đảng ủy xã Tượng Trưng',
    of: siblingCommune.code,
  },
  { memberNumber: 'MAU-90004', name: 'Tô Thị Tổng Hợp', title: 'Cán bộ Ban Tổ chức Tỉnh ủy', of: '99' },
]
