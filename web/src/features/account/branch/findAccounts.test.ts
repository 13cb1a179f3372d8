import { describe, expect, it } from 'vitest'
import { type AccountLine, canHaveSlip, countStates, findAccounts, hasNothing, rateOf } from './findAccounts.ts'

const line = (name: string, memberNumber: string, state: AccountLine['state'], codeValidUntil: string | null = null) =>
  ({
    memberId: memberNumber,
    memberNumber,
    name,
    office: 'member',
    category: 'official',
    state,
    manageable: memberNumber !== 'MAU-00001',
    codeValidUntil,
    lastSeenAt: null,
  }) satisfies AccountLine

const lines = [
  line('Trần Văn Minh Họa', 'MAU-00001', 'active'),
  line('Đinh Công Phác Thảo', 'MAU-00015', 'none'),
  line('Đặng Thị Dự Thảo', 'MAU-00016', 'codeIssued', '2026-12-01T00:00:00.000Z'),
  line('Chu Thị Khởi Tạo', 'MAU-00024', 'requested'),
  line('Hồ Thị Chạy Thử', 'MAU-00025', 'locked'),
]
/** Somebody with more rights, for whom others print. */
const outOfReach = line('Trần Văn Minh Họa', 'MAU-00001', 'none')
const names = (found: AccountLine[]) => found.map(({ name }) => name.split(' ')[0])

describe('finding', () => {
  it('keeps the order of the list and finds without diacritics', () => {
    expect(names(findAccounts(lines, '', 'all'))).toEqual(['Trần', 'Đinh', 'Đặng', 'Chu', 'Hồ'])
    expect(names(findAccounts(lines, 'thao d', 'all'))).toEqual(['Đinh', 'Đặng'])
  })

  it('finds by number, also by its end alone', () => {
    expect(names(findAccounts(lines, 'mau 00015', 'all'))).toEqual(['Đinh'])
    expect(names(findAccounts(lines, '024', 'all'))).toEqual(['Chu'])
  })

  it('filters by state beside that', () => {
    expect(names(findAccounts(lines, '', 'none'))).toEqual(['Đinh'])
    expect(findAccounts(lines, 'tran', 'none')).toEqual([])
  })
})

it('counts the states', () => {
  expect(countStates(lines)).toEqual({ none: 1, codeIssued: 1, requested: 1, active: 1, locked: 1 })
})

it('prints slips for those without an account, and counts an expired slip as nothing', () => {
  expect(names([...lines, outOfReach].filter(canHaveSlip))).toEqual(['Đinh', 'Đặng'])
  const nothingAt = (day: string) => names([...lines, outOfReach].filter((one) => hasNothing(one, Date.parse(day))))
  expect(nothingAt('2026-11-22T00:00:00Z')).toEqual(['Đinh'])
  expect(nothingAt('2026-12-01T00:00:00Z')).toEqual(['Đinh', 'Đặng'])
})

it('reckons in hundredths of a percent', () => {
  expect(rateOf(13, 25)).toBe(5200)
  expect(rateOf(1, 3)).toBe(3333)
  expect(rateOf(0, 0)).toBeNull()
})
