// Thresholds by the names that everybody knows, and in figures where a committee has set others.
import { areas } from '@hoi-truong/shared/i18n'
import { expect, it } from 'vitest'
import type { Translate } from '../../../i18n/index.ts'
import { thresholdWords } from './words.ts'

const words: Record<string, string> = { ...(await areas.shell.vi()), ...(await areas.polling.vi()) }
const t: Translate = (key, values) =>
  Object.entries(values ?? {}).reduce(
    (text, [name, value]) => text.replace(`{{${name}}}`, String(value)),
    words[key] ?? '',
  )

it.each([
  [{ numerator: 1, denominator: 2, strict: true }, 'Quá một nửa'],
  [{ numerator: 2, denominator: 3, strict: false }, 'Ít nhất hai phần ba'],
  [{ numerator: 4, denominator: 6, strict: false }, 'Ít nhất hai phần ba'],
  [{ numerator: 1, denominator: 2, strict: false }, 'Ít nhất 1/2'],
  [{ numerator: 3, denominator: 4, strict: true }, 'Quá 3/4'],
  [null, 'Chỉ lấy số liệu, không thông qua'],
])('%j: %s', (threshold, expected) => {
  expect(thresholdWords(t, threshold)).toBe(expected)
})
