// The code in the terminal is one that a reader reads.
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { renderQrCode } from './qrCode.mjs'

const SCALE = 4
const dark = { ' ': [false, false], '▄': [false, true], '▀': [true, false], '█': [true, true] } as Record<
  string,
  boolean[]
>

/** As a camera would see it: black on white, four points a module. */
function photograph(rendered: string) {
  const pairs = rendered.split('\n').map((line) => [...line].map((block) => dark[block] ?? []))
  const modules = pairs.flatMap((pair) => [pair.map(([upper]) => upper), pair.map(([, lower]) => lower)])
  const [width, height] = [(modules[0]?.length ?? 0) * SCALE, modules.length * SCALE]
  const data = new Uint8Array(width * height * 4).fill(255)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (modules[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)])
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { width, height, data }
}

test('the address can be read back', () => {
  const url = 'https://192.168.100.200:4000'
  expect(decodeQR(photograph(renderQrCode(url, { colours: false })))).toBe(url)
})

test('in a terminal it is dark on light whatever the theme; each line ends the colours', () => {
  for (const line of renderQrCode('https://10.0.0.1').split('\n')) {
    expect(line.startsWith('\x1b[30;107m')).toBe(true)
    expect(line.endsWith('\x1b[0m')).toBe(true)
  }
})
