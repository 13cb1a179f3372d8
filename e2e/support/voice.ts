// A made voice for the fake microphones: syllables of a buzzing tone, loud and steady enough to count as speech. Chromium plays it
// round and round.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const voiceFile = path.resolve(import.meta.dirname, '../../test-results/voice.wav')

const RATE = 48_000
const SECONDS = 4
const PITCH_HZ = 140
const SYLLABLES_PER_SECOND = 4
const HARMONICS = 12

function sample(index: number): number {
  const time = index / RATE
  let tone = 0
  for (let harmonic = 1; harmonic <= HARMONICS; harmonic += 1)
    tone += Math.sin(2 * Math.PI * PITCH_HZ * harmonic * time) / harmonic
  const syllable = 0.55 + 0.45 * Math.sin(2 * Math.PI * SYLLABLES_PER_SECOND * time)
  return 0.35 * tone * syllable
}

/** 16-bit mono WAV. */
export function writeVoice(): void {
  const data = Buffer.alloc(RATE * SECONDS * 2)
  for (let index = 0; index < RATE * SECONDS; index += 1) {
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample(index))) * 32_000), index * 2)
  }
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + data.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(data.length, 40)
  mkdirSync(path.dirname(voiceFile), { recursive: true })
  writeFileSync(voiceFile, Buffer.concat([header, data]))
}
