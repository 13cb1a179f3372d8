// Makes speech.wav anew: `node scripts/testing/speech/makeSpeech.mjs`, with Debian's espeak-ng. The result is committed, so that no test
// needs espeak-ng. Sentences with pauses between them, as somebody reports: a codec treats speech, silence and tones each in its own way.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const VOICE = ['-v', 'vi', '-s', '175', '-a', '120']
const RATE = 16_000
const PEAK = 0.7

/** What is said, and the pause after it in seconds. @type {[string, number][]} */
const SENTENCES = [
  ['Kính thưa các đồng chí.', 0.9],
  ['Trong tháng qua, chi bộ đã hoàn thành tám trên mười nhiệm vụ được giao.', 1.1],
  ['Hai nhiệm vụ còn lại là sửa nhà văn hóa và làm đường.', 1.4],
  ['Đề nghị các đồng chí cho ý kiến.', 1.5],
]

/** @param {string} sentence @returns {{ samples: Float64Array, rate: number }} */
function say(sentence) {
  const wav = execFileSync('espeak-ng', [...VOICE, '--stdout', sentence], { maxBuffer: 64 * 2 ** 20 })
  const rate = wav.readUInt32LE(24)
  const from = wav.indexOf('data') + 8
  const samples = Float64Array.from({ length: (wav.length - from) >> 1 }, (_, index) =>
    wav.readInt16LE(from + 2 * index),
  )
  return { samples, rate }
}

/**
 * Windowed sinc: espeak-ng speaks at 22,050 Hz, and what is above half of our rate would fold into the voice.
 * @param {{ samples: Float64Array, rate: number }} spoken
 */
function resample({ samples, rate }) {
  const reach = 24
  const band = RATE / rate
  return Float64Array.from({ length: Math.floor(samples.length * band) }, (_, index) => {
    const place = index / band
    let sum = 0
    for (let at = Math.ceil(place - reach); at <= place + reach; at += 1) {
      const away = (at - place) * band
      const sinc = away === 0 ? 1 : Math.sin(Math.PI * away) / (Math.PI * away)
      sum += (samples[at] ?? 0) * band * sinc * (0.5 + 0.5 * Math.cos((Math.PI * (at - place)) / reach))
    }
    return sum
  })
}

/** 16-bit mono. @param {Float64Array} samples */
function wavOf(samples) {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1)
  const wav = Buffer.alloc(44 + 2 * samples.length)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + 2 * samples.length, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(RATE, 24)
  wav.writeUInt32LE(2 * RATE, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(2 * samples.length, 40)
  for (const [index, sample] of samples.entries())
    wav.writeInt16LE(Math.round((sample / loudest) * PEAK * 32_767), 44 + 2 * index)
  return wav
}

const parts = SENTENCES.flatMap(([sentence, pause]) => [
  ...resample(say(sentence)),
  ...new Float64Array(Math.round(pause * RATE)),
])
const file = path.join(import.meta.dirname, 'speech.wav')
writeFileSync(file, wavOf(Float64Array.from(parts)))
console.log(`${file}: ${(parts.length / RATE).toFixed(1)} s`)
