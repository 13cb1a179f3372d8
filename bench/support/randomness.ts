// What is invented by chance: names as people in Vietnam have them, places that are none.
import type { Randomness } from '../../scripts/testing/seeded.ts'

export const pick = <T>(random: Randomness, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** With their shares among the people, roughly. */
const FAMILIES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 38],
  ['Trần', 11],
  ['Lê', 9],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Vũ', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 3],
  ['Hồ', 2],
  ['Ngô', 2],
  ['Dương', 2],
  ['Lý', 2],
  ['Vàng', 2],
  ['Giàng', 2],
  ['Nông', 2],
  ['Hà', 1],
  ['Lục', 1],
  ['Sùng', 1],
]
const OF_MEN = ['Văn', 'Đức', 'Quang', 'Minh', 'Hữu', 'Xuân', 'Ngọc', 'Công', 'Đình', 'Thanh', '']
const OF_WOMEN = ['Thị', 'Thị Ngọc', 'Thị Thu', 'Thị Thanh', 'Thị Kim', 'Mai', '']
const MEN = [
  'Hùng',
  'Dũng',
  'Tuấn',
  'Sơn',
  'Hải',
  'Thắng',
  'Cường',
  'Đông',
  'Quyết',
  'Phương',
  'Thành',
  'Long',
  'Mạnh',
  'Định',
  'Khánh',
]
const WOMEN = [
  'Hoa',
  'Lan',
  'Hương',
  'Thủy',
  'Nga',
  'Hạnh',
  'Yến',
  'Đào',
  'Phượng',
  'Nhung',
  'Loan',
  'Xuân',
  'Oanh',
  'Duyên',
  'Bích',
]
const PLACES = [
  'Giả Định',
  'Ví Dụ',
  'Minh Họa',
  'Tưởng Tượng',
  'Hư Cấu',
  'Mô Phỏng',
  'Thử Nghiệm',
  'Bản Mẫu',
  'Dựng Nên',
  'Chưa Có',
]

function family(random: Randomness): string {
  let left = random() * FAMILIES.reduce((sum, [, share]) => sum + share, 0)
  for (const [name, share] of FAMILIES) {
    left -= share
    if (left < 0) return name
  }
  return 'Nguyễn'
}

export const invent = {
  person: (random: Randomness): string => {
    const isMan = random() < 0.65
    return [family(random), pick(random, isMan ? OF_MEN : OF_WOMEN), pick(random, isMan ? MEN : WOMEN)]
      .filter(Boolean)
      .join(' ')
  },
  place: (random: Randomness): string => pick(random, PLACES),
}
