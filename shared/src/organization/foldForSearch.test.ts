import { describe, expect, it, test } from 'vitest'
import { foldForSearch, matchesSearch } from './foldForSearch.ts'

test.each([
  ['Đặng Thị Dương', 'dang thi duong'],
  ['  Nguyễn\u00a0 Văn  Ước ', 'nguyen van uoc'],
  // The same name in both normal forms.
  ['Hồ Thị Chạy Thử'.normalize('NFD'), 'ho thi chay thu'],
  ['Hồ Thị Chạy Thử'.normalize('NFC'), 'ho thi chay thu'],
  ['ĐĐđ', 'ddd'],
  ["H'Hen Niê", "h'hen nie"],
  ['', ''],
])('folds %s to "%s"', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded)
})

describe('a search', () => {
  it('finds by the beginnings of words, in any order', () => {
    expect(matchesSearch('Trần Văn Đông', 'dong')).toBe(true)
    expect(matchesSearch('Trần Văn Đông', 'Đông tr')).toBe(true)
    expect(matchesSearch('Trần Văn Đông', 'đo van')).toBe(true)
  })
  it('does not find what stands inside a word', () => {
    expect(matchesSearch('Trần Văn Đông', 'ong')).toBe(false)
    expect(matchesSearch('Trần Văn Đông', 'dong x')).toBe(false)
  })
  it('finds everybody for nothing', () => {
    expect(matchesSearch('Trần Văn Đông', '  ')).toBe(true)
  })
})
