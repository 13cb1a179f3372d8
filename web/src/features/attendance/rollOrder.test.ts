import type { RollEntry } from '@hoi-truong/shared/meeting'
import { expect, it } from 'vitest'
import { compareInRoll } from './rollOrder.ts'

const entry = (name: string, office: RollEntry['office'] = 'member'): RollEntry => ({
  memberId: name,
  name,
  category: 'official',
  status: 'active',
  office,
  title: null,
})

it('lists the committee by office, then members by given name in Vietnamese order', () => {
  const roll = [
    entry('Trần Văn Đông'),
    entry('Nguyễn Thị Ánh'),
    entry('Lê Thị An'),
    entry('Phạm Văn Cường', 'committeeMember'),
    entry('Vũ Thị Xuân', 'branchSecretary'),
    entry('Bùi Thị Ân'),
    entry('Hoàng Văn Dũng'),
    entry('Đặng Văn Bình', 'deputySecretary'),
  ]
  expect(roll.sort(compareInRoll).map(({ name }) => name)).toEqual([
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
