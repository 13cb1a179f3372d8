import { areas } from '@hoi-truong/shared/i18n'
import { expect, it } from 'vitest'
import type { Translate } from '../../i18n/index.ts'
import { factWords, sizeWords, watermarkWords } from './words.ts'

const words: Partial<Record<string, string>> = await areas.document.vi()
const t: Translate = (key, values = {}) =>
  (words[key] ?? '').replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]))

it.each([
  [0, '0 B'],
  [812, '812 B'],
  [1024, '1 kB'],
  [831_488, '812 kB'],
  [1_022_976, '999 kB'],
  [2_202_010, '2,1 MB'],
  [20 * 1024 * 1024, '20 MB'],
])('%i bytes are "%s"', (bytes, expected) => expect(sizeWords(bytes, 'vi')).toBe(expected))

it('writes the fraction as the language does', () => expect(sizeWords(2_202_010, 'en')).toBe('2.1 MB'))

const document = {
  documentId: '0b0c7a3e-8f43-4a4f-9a0e-1c9f0f5f9d01',
  itemId: null,
  name: 'Báo cáo.pdf',
  type: 'pdf' as const,
  bytes: 2_202_010,
  sha256: '0'.repeat(64),
  pages: 12,
  postedAt: '2026-11-01T12:30:00.000Z',
  postedBy: null,
  withdrawn: null,
}

it('says what a document is', () => {
  expect(factWords(document, t, 'vi')).toBe('Tệp PDF · 12 trang · 2,1 MB')
  expect(factWords({ ...document, type: 'docx', pages: null }, t, 'vi')).toBe('Tệp Word · 2,1 MB')
})

it('names on the page who reads it, and when', () => {
  const viewer = { name: 'Trần Văn Minh Họa', memberNumber: 'MAU-00001' }
  expect(watermarkWords(viewer, '2026-11-01T12:30:00.000Z', t, 'vi')).toEqual([
    'Trần Văn Minh Họa · MAU-00001',
    '19 giờ 30 phút, ngày 01/11/2026',
  ])
})
