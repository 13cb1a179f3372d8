// Pictures: whole, with a size that a phone can show. Their parts are walked by the formats' own marks; nothing is decoded, so nothing
// can be unpacked here.
import { LONGEST_SIDE, MOST_PIXELS } from './limits.ts'
import { Refused } from './verdict.ts'

interface Size {
  width: number
  height: number
}

const broken = (): Refused => new Refused('DOCUMENT_BROKEN')

/** Whether the file has everything to its end, and how large the picture is. @throws Refused */
function pngSize(bytes: Buffer): Size {
  let at = 8
  let size: Size | undefined
  let hasData = false
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (at + 12 + length > bytes.length) throw broken()
    if (at === 8) {
      if (type !== 'IHDR' || length !== 13) throw broken()
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    }
    hasData ||= type === 'IDAT'
    if (type === 'IEND') {
      if (!size || !hasData) throw broken()
      return size
    }
    at += 12 + length
  }
  throw broken()
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function jpegSize(bytes: Buffer): Size {
  let at = 2
  let size: Size | undefined
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw broken()
    const marker = bytes[at + 1] ?? 0
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) throw broken()
    if (isFrame(marker)) {
      if (length < 8) throw broken()
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    if (marker === 0xda) {
      // The rest is the picture itself, to its end mark.
      if (!size || bytes.lastIndexOf('ffd9', undefined, 'hex') < at) throw broken()
      return size
    }
    at += 2 + length
  }
  throw broken()
}

function webpSize(bytes: Buffer): Size {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length) throw broken()
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) }
    case 'VP8L': {
      if (bytes[20] !== 0x2f) throw broken()
      const packed = bytes.readUInt32LE(21)
      return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) }
    }
    case 'VP8 ':
      if (bytes.toString('hex', 23, 26) !== '9d012a') throw broken()
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    default:
      throw broken()
  }
}

const sizes = { png: pngSize, jpeg: jpegSize, webp: webpSize } as const

/** @throws Refused DOCUMENT_BROKEN, DOCUMENT_BOMB */
export function inspectPicture(bytes: Buffer, type: keyof typeof sizes): void {
  const { width, height } = sizes[type](bytes)
  if (width === 0 || height === 0) throw broken()
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) throw new Refused('DOCUMENT_BOMB')
}
