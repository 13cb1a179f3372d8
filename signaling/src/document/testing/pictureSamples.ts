// Pictures written by hand, for tests: of any claimed size.
import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export function png(width = 2, height = 2): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.min(height, 1_000) * (Math.min(width, 1_000) + 1)))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export function jpeg(width = 2, height = 2): Buffer {
  const head = Buffer.from('ffc0000b08000000000101110000', 'hex').subarray(0, 13)
  head.writeUInt16BE(height, 5)
  head.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from('ffd8', 'hex'), head, Buffer.from('ffda0008010100003f0055ffd9', 'hex')])
}

export function webp(width = 2, height = 2): Buffer {
  const data = Buffer.alloc(30)
  data.write('RIFF', 0)
  data.writeUInt32LE(22, 4)
  data.write('WEBPVP8X', 8)
  data.writeUInt32LE(10, 16)
  data.writeUIntLE(width - 1, 24, 3)
  data.writeUIntLE(height - 1, 27, 3)
  return data
}
