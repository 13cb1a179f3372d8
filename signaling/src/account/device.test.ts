// Browsers as they call themselves, and what their owner reads in the list of sessions.
import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0'

test.each([
  [`Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`, 'Chrome, Android'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/141.0.0.0`, 'Edge, Windows'],
  [`Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/130.0 ${chrome} Safari/537.36`, 'Cốc Cốc, Windows'],
  [`Mozilla/5.0 (Linux; Android 13; SM-A135F) ${chrome} SamsungBrowser/28.0 Mobile`, 'Samsung Internet, Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox, macOS'],
  ['Mozilla/5.0 (Linux; Android 12) Mobile Zalo android/24', 'Zalo, Android'],
  ['curl/8.5.0', null],
  ['<script>alert(1)</script>', null],
  ['x'.repeat(100_000), null],
  ['', null],
  [undefined, null],
])('%j is %j', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device)
})
