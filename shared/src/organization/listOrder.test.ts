import { expect, it } from 'vitest'
import { compareInList } from './listOrder.ts'
import type { Office } from './schema.ts'

const entry = (name: string, office: Office = 'member') => ({ name, office })

it('lists the committee by office, then members by given name in Vietnamese order', () => {
  const list = [
    entry('Trần Văn Đông'),
    entry('Nguyễn Thị Ánh'),
    entry('Lê Thị An'),
    entry('Phạm Văn Cường', 'committeeMember'),
    entry('Vũ Thị Xuân', 'branchSecretary'),
    entry('Bùi Thị Ân'),
    entry('Hoàng Văn Dũng'),
    entry('Đặng Văn Bình', 'deputySecretary'),
  ]
  expect(list.sort(compareInList).map(({ name }) => name)).toEqual([
    'Vũ Thị Xuân',
    'Đặng Văn Bình',
    'Phạm Văn Cường',
    'Lê Thị An',
    'Nguyễn Thị Ánh',
    'Bùi Thị Ân',
    'Hoàng Văn Dũng',
    'Trần Văn Đông',
  ])
})
