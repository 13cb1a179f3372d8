// Names that devices send, and what is shown of them.
import { expect, test } from 'vitest'
import { cleanDocumentName, documentNameFor } from './name.ts'

test.each<[string, string]>([
  ['Dự thảo báo cáo.pdf', 'Dự thảo báo cáo.pdf'],
  ['Dự thảo báo cáo.pdf'.normalize('NFD'), 'Dự thảo báo cáo.pdf'],
  ['/etc/../etc/passwd', 'passwd'],
  ['C:\\fakepath\\a.docx', 'a.docx'],
  ['a\r\nSet-Cookie: x', 'a Set-Cookie x'],
  ['\u202eexe.pdf', 'exe.pdf'],
  ['a\u200bb\ufeffc', 'a b c'],
  ['\ud800a', '\ufffda'],
  ['..', ''],
  ['   ', ''],
  ['', ''],
  ['...hidden...', 'hidden'],
  ['100% dân số.pdf', '100% dân số.pdf'],
])('%j is shown as %j', (name, shown) => {
  expect(cleanDocumentName(name)).toBe(shown)
  expect(cleanDocumentName(shown)).toBe(shown)
})

test('the ending is that of the content; no name is too long, nor cut in the middle of a character', () => {
  expect(documentNameFor('báo cáo.exe', 'pdf')).toBe('báo cáo.exe.pdf')
  expect(documentNameFor('ẢNH.JPEG', 'jpeg')).toBe('ẢNH.JPEG')
  expect(documentNameFor('\u0000', 'docx')).toBe('Tài liệu.docx')
  for (const name of ['a'.repeat(5_000), `${'📄'.repeat(300)}.pdf`, `a.${'b'.repeat(400)}`]) {
    const shown = documentNameFor(name, 'pdf')
    expect(Array.from(shown).length).toBeLessThanOrEqual(200)
    expect(shown.endsWith('.pdf') && shown.isWellFormed()).toBe(true)
  }
})
