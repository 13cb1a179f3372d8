// Invented members of the neighbouring branches: the first is the branch secretary, the second keeps the minutes. Nobody signs in.
import { type ImportedMember, importedMemberSchema } from '@hoi-truong/shared/organization'
import { demoId } from './demoId.ts'
import type { Neighbour } from './neighbours.ts'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương']
const middles = ['Văn', 'Thị', 'Đức', 'Thanh', 'Minh', 'Ngọc', 'Quang']
const givens = ['Nháp', 'Mẫu', 'Thử', 'Giả', 'Lập', 'Tập', 'Dụ', 'Phỏng', 'Dựng', 'Bịa', 'Kịch', 'Diễn', 'Tưởng']

const FROM = '2025-07-01'

export function membersOf({ code, members }: Neighbour): ImportedMember[] {
  const branch = Number(code.split('.').join('')) % 100_003
  return Array.from({ length: members }, (_, index) => {
    const pick = (names: readonly string[], step: number) => names[(branch + index * step) % names.length]
    return importedMemberSchema.parse({
      memberId: demoId(`member ${index} of ${code}`),
      memberNumber: `MAU-${code.slice(3).replaceAll('.', '')}-${String(index + 1).padStart(2, '0')}`,
      name: `${pick(families, 3)} ${pick(middles, 5)} ${pick(givens, 4)}`,
      category: 'official',
      officialFrom: null,
      membership: { kind: 'regular', from: FROM, to: null },
      offices: index === 0 ? [{ office: 'branchSecretary', from: FROM, to: null }] : [],
    })
  })
}
