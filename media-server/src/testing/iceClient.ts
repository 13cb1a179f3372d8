// The ICE side of a browser, by hand: sends a nominating STUN check (RFC 8445, 5389) over UDP or TCP (RFC 4571) and waits for its answer.
import { createHmac, randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import { crc32 } from 'node:zlib'

export interface Candidate {
  protocol: 'udp' | 'tcp'
  address: string
  port: number
  priority: number
  tcpType?: string
}

export interface Credentials {
  usernameFragment: string
  password: string
}

const HEADER_BYTES = 20
const MAGIC_COOKIE = 0x21_12_a4_42
const BINDING_SUCCESS = 0x01_01

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}

/** With the length that it will have once `more` bytes have been added: both checksums cover it so. */
function message(transaction: Buffer, attributes: Buffer[], more: number): Buffer {
  const body = Buffer.concat(attributes)
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x00_01, 0)
  head.writeUInt16BE(body.length + more, 2)
  head.writeUInt32BE(MAGIC_COOKIE, 4)
  return Buffer.concat([head, transaction, body])
}

function nominatingCheck({ usernameFragment, password }: Credentials): Buffer {
  const transaction = randomBytes(12)
  const attributes = [
    attribute(0x00_06, Buffer.from(`${usernameFragment}:browser`)),
    attribute(0x00_24, uint32(1_853_824_767)),
    attribute(0x80_2a, randomBytes(8)),
    attribute(0x00_25, Buffer.alloc(0)),
  ]
  const integrity = createHmac('sha1', password)
    .update(message(transaction, attributes, 24))
    .digest()
  attributes.push(attribute(0x00_08, integrity))
  const fingerprint = (crc32(message(transaction, attributes, 8)) ^ 0x53_54_55_4e) >>> 0
  attributes.push(attribute(0x80_28, uint32(fingerprint)))
  return message(transaction, attributes, 0)
}

export interface IceConnection {
  /** Checks again, as a browser does to say that it is still there; false: the check was refused. */
  check(credentials: Credentials): Promise<boolean>
  close(): void
}

export async function connectIce({ protocol, address, port }: Candidate): Promise<IceConnection> {
  const accepted = (answer: Buffer) =>
    answer.length >= HEADER_BYTES &&
    answer.readUInt16BE(0) === BINDING_SUCCESS &&
    answer.readUInt32BE(4) === MAGIC_COOKIE
  if (protocol === 'udp') {
    const socket = createSocket('udp4')
    return {
      async check(credentials) {
        socket.send(nominatingCheck(credentials), port, address)
        const [answer] = (await once(socket, 'message')) as [Buffer]
        return accepted(answer)
      },
      close: () => socket.close(),
    }
  }
  const socket = connect(port, address)
  await once(socket, 'connect')
  return {
    async check(credentials) {
      const check = nominatingCheck(credentials)
      const length = Buffer.alloc(2)
      length.writeUInt16BE(check.length)
      socket.write(Buffer.concat([length, check]))
      const [answer] = (await once(socket, 'data')) as [Buffer]
      return accepted(answer.subarray(2))
    },
    close: () => socket.destroy(),
  }
}
