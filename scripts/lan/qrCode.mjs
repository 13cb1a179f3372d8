// An address as a QR code in the terminal: half a character high, so that it fits beside the rest.
import encodeQR from 'qr'

/** Dark on light is asked for by name: a code in the colours of a dark terminal is inside out, and not every phone reads that. */
const [DARK_ON_LIGHT, RESET] = ['\x1b[30;107m', '\x1b[0m']
const BLOCKS = [' ', '▄', '▀', '█']

/** @param {string} text @param {{ colours?: boolean }} [options] */
export function renderQrCode(text, { colours = true } = {}) {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 2 })
  const lines = []
  for (let y = 0; y < rows.length; y += 2) {
    const [upper = [], lower = []] = rows.slice(y, y + 2)
    const line = upper.map((dark, x) => BLOCKS[(dark ? 2 : 0) + (lower[x] ? 1 : 0)]).join('')
    lines.push(colours ? `${DARK_ON_LIGHT}${line}${RESET}` : line)
  }
  return lines.join('\n')
}
