// What a browser calls itself, in words that its owner recognises. Only this is kept of it.

/** The first that fits: most of them also claim to be those below. */
const browsers: [mark: RegExp, name: string][] = [
  [/\bZalo\b/i, 'Zalo'],
  [/\bFB(AN|AV|_IAB)\b/, 'Facebook'],
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\b(EdgA?|EdgiOS)\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/\S+ .*Safari\//, 'Safari'],
]

const systems: [mark: RegExp, name: string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

const firstIn = (names: readonly [RegExp, string][], text: string): string | undefined =>
  names.find(([mark]) => mark.test(text))?.[1]

/** For example "Chrome, Android"; null when nothing of it is known. */
export function deviceOf(userAgent: string | undefined): string | null {
  // Longer ones are not a browser's, and are not worth a search.
  const text = userAgent?.slice(0, 512) ?? ''
  const known = [firstIn(browsers, text), firstIn(systems, text)].filter((name) => name !== undefined)
  return known.length > 0 ? known.join(', ') : null
}
