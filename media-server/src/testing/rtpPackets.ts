// RTP by hand: what a microphone sends and what arrives of it, packet by packet.
import type { Producer } from 'mediasoup/types'

const HEADER_BYTES = 12
const LEVEL_EXTENSION_ID = 1
/** Of a frame of 20 ms at 48 kHz. */
const FRAME_SAMPLES = 960

export interface Sent {
  sequence: number
  timestamp: number
}

/** An RTP packet with the audio level extension of RFC 6464; the level is minus dBov. */
export function voicePacket(ssrc: number, { sequence, timestamp }: Sent, level: number, payloadType = 100): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt8(0x90, 0)
  header.writeUInt8(payloadType, 1)
  header.writeUInt16BE(sequence, 2)
  header.writeUInt32BE(timestamp, 4)
  header.writeUInt32BE(ssrc, 8)
  const extension = Buffer.from([0xbe, 0xde, 0, 1, LEVEL_EXTENSION_ID << 4, 0x80 | level, 0, 0])
  return Buffer.concat([header, extension, Buffer.alloc(20, 1)])
}

export const readPacket = (packet: Buffer): Sent => ({
  sequence: packet.readUInt16BE(2),
  timestamp: packet.readUInt32BE(4),
})

/** Sends on a producer whether anybody allows it or not, as a modified browser would. */
export class Voice {
  readonly #producer: Producer
  #sequence = 0
  #timestamp = 0

  constructor(producer: Producer) {
    this.#producer = producer
  }

  /** Frames of speech; what was sent. */
  speak(frames: number, level = 20): Sent[] {
    const { encodings, codecs } = this.#producer.rtpParameters
    return Array.from({ length: frames }, () => {
      this.#sequence += 1
      this.#timestamp += FRAME_SAMPLES
      const sent = { sequence: this.#sequence, timestamp: this.#timestamp }
      this.#producer.send(voicePacket(encodings?.[0]?.ssrc ?? 0, sent, level, codecs[0]?.payloadType))
      return sent
    })
  }

  /** Nothing is sent, while the clock of the samples goes on. */
  rest(ms: number): void {
    this.#timestamp += ms * 48
  }
}

/** The beginning of a VP8 key frame that nobody has to decode. */
export function keyFramePacket(ssrc: number, { sequence, timestamp }: Sent, payloadType: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt8(0x80, 0)
  header.writeUInt8(payloadType | 0x80, 1)
  header.writeUInt16BE(sequence, 2)
  header.writeUInt32BE(timestamp, 4)
  header.writeUInt32BE(ssrc, 8)
  const frame = [0x10, 0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00]
  return Buffer.concat([header, Buffer.from(frame), Buffer.alloc(100, 1)])
}

/** Whether this RTCP asks a sender for a key frame (PLI). */
export const asksForKeyFrame = (rtcp: Buffer): boolean => rtcp.readUInt8(1) === 206 && (rtcp.readUInt8(0) & 0x1f) === 1

/** RTCP of a browser that misses one packet and asks for it again (RFC 4585, generic NACK). */
export function nackPacket(mediaSsrc: number, sequence: number): Buffer {
  const nack = Buffer.alloc(16)
  nack.writeUInt8(0x81, 0)
  nack.writeUInt8(205, 1)
  nack.writeUInt16BE(3, 2)
  nack.writeUInt32BE(1, 4)
  nack.writeUInt32BE(mediaSsrc, 8)
  nack.writeUInt16BE(sequence, 12)
  return nack
}
