// Speeds as people read them, and the text for support: everything that was found, nothing that is nobody's business.
import { areas } from '@hoi-truong/shared/i18n'
import { expect, it, test } from 'vitest'
import type { Translate } from '../../../i18n/index.ts'
import { allWaiting, MOST_KBIT, type Outcome, type Results, stopped } from './steps.ts'
import { outcomeInWords, resultAsText, speedInWords } from './words.ts'

const words: Record<string, string> = Object.assign(
  {},
  ...(await Promise.all(Object.values(areas).map(({ vi }) => vi()))),
)
const t: Translate = (key, values = {}) =>
  (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''))

test.each([
  [48, 'khoảng 48\u00a0kbit/s', 'khoảng 48\u00a0kbit/s'],
  [848, 'khoảng 850\u00a0kbit/s', 'khoảng 850\u00a0kbit/s'],
  [3_240, 'khoảng 3,2\u00a0Mbit/s', 'khoảng 3.2\u00a0Mbit/s'],
  [MOST_KBIT, 'hơn 20\u00a0Mbit/s', 'hơn 20\u00a0Mbit/s'],
])('%i', (kbit, inVietnamese, inEnglish) => {
  expect([speedInWords(kbit, t, 'vi'), speedInWords(kbit, t, 'en')]).toEqual([inVietnamese, inEnglish])
})

it('says the port to be opened, the time, and the speeds', () => {
  const say = (outcome: Outcome) => outcomeInWords(outcome, t, 'vi')
  expect(say({ state: 'failed', reason: 'udpBlocked', figures: { port: 40_000 } })).toContain('cổng UDP 40000')
  expect(say({ state: 'good', reason: 'wayGood', figures: { ms: 12 } })).toBe('Đi được đường này. (12 ms)')
  expect(say({ state: 'good', reason: 'speedForPicture', figures: { down: 900, up: 300 } })).toBe(
    'Ước lượng: nhận về khoảng 900\u00a0kbit/s, gửi đi khoảng 300\u00a0kbit/s. Đủ cho tiếng và hình nhỏ.',
  )
})

it('puts every step into the text, an aborted one as aborted', () => {
  const results: Results = {
    ...allWaiting(),
    server: { state: 'good', reason: 'serverGood', figures: { ms: 9 } },
    udp: { state: 'failed', reason: 'udpBlocked', figures: { port: 40_000 } },
    microphone: stopped,
  }
  const text = resultAsText(results, { t, language: 'vi', when: '22/11/2026 19:30', browser: 'Chromium' })
  expect(text.split('\n')).toEqual([
    `${t('app.name')} – Kiểm tra kết nối, 22/11/2026 19:30`,
    expect.stringContaining('Chưa kiểm tra xong'),
    '1. Máy chủ: Tốt. Tới được máy chủ. (9 ms)',
    expect.stringMatching(/^2\. .*UDP.*: Không được\. Mạng này chặn/),
    expect.stringMatching(/^3\. .*: Chờ\.$/),
    expect.stringMatching(/^4\. .*: Chờ\.$/),
    expect.stringMatching(/^5\. Micro: Đã dừng\./),
    expect.stringMatching(/^6\. /),
    expect.stringMatching(/^7\. /),
    'Trình duyệt: Chromium',
  ])
})
