import { expect, it, test } from 'vitest'
import { compareNames, wordsBeside } from './compareNames.ts'

test.each([
  ['Chu Thị Khởi Tạo', 'Chu Thị Khởi Tạo', 'same'],
  ['Chu Thị Khởi Tạo', ' Chu  Thị Khởi Tạo ', 'same'],
  ['Chu Thị Khởi Tạo'.normalize('NFC'), 'Chu Thị Khởi Tạo'.normalize('NFD'), 'same'],
  ['Đinh Công Phác Thảo', 'dinh cong phac thao', 'marks'],
  ['Chu Thị Khởi Tạo', 'CHU THỊ KHỞI TẠO', 'marks'],
  ['Hoàng Văn Thủy', 'Hoàng Văn Thùy', 'marks'],
  ['Chu Thị Khởi Tạo', 'Chu Văn Khởi Tạo', 'differ'],
  ['Chu Thị Khởi Tạo', 'Khởi Tạo', 'differ'],
  ['Chu Thị Khởi Tạo', '', 'differ'],
])('%s beside %s: %s', (listed, typed, found) => {
  expect(compareNames(listed, typed)).toBe(found)
})

const differing = (name: string, other: string) =>
  wordsBeside(name, other)
    .filter(({ differs }) => differs)
    .map(({ word }) => word)

it('finds the words that differ, each counted once', () => {
  expect(differing('Chu Văn Khởi Tạo', 'Chu Thị Khởi Tạo')).toEqual(['Văn'])
  expect(differing('Chu Chu Tạo', 'Chu Tạo')).toEqual(['Chu'])
  expect(differing('chu thi khoi tao', 'Chu Thị Khởi Tạo')).toEqual([])
  expect(differing('Tạo Khởi', 'Khởi Tạo')).toEqual([])
})
