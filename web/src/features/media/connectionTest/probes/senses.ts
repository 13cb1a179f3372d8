// Listening to a microphone and looking at a camera, in a real browser.
import { pause } from '../../../../lib/pause.ts'

const LOOK_EVERY_MS = 100
/** A little above the noise of a quiet room, as a share of the loudest. */
const HEARD = 0.005
/** One click is no voice. */
const HEARD_TIMES = 3

export async function hears(track: MediaStreamTrack, signal: AbortSignal): Promise<boolean> {
  const context = new AudioContext()
  try {
    const analyser = context.createAnalyser()
    analyser.fftSize = 1024
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
    void context.resume().catch(() => undefined)
    const samples = new Float32Array(analyser.fftSize)
    let times = 0
    while (!signal.aborted) {
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      if (Math.sqrt(power) > HEARD) times += 1
      if (times >= HEARD_TIMES) return true
      await pause(LOOK_EVERY_MS, signal)
    }
    return false
  } finally {
    void context.close()
  }
}

/** Of 255: what a covered lens shows is darker. */
const DARK = 10
/** A camera needs a moment for its light, and the person one to see that there is a picture. */
const SETTLE_MS = 1_500

export async function sees(track: MediaStreamTrack, signal: AbortSignal): Promise<'picture' | 'dark' | 'nothing'> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  void video.play().catch(() => undefined)
  const canvas = document.createElement('canvas')
  canvas.width = 16
  canvas.height = 12
  const look = canvas.getContext('2d', { willReadFrequently: true })
  const from = performance.now()
  let shown: 'picture' | 'dark' | 'nothing' = 'nothing'
  try {
    while (!signal.aborted) {
      if (video.videoWidth > 0 && video.readyState >= video.HAVE_CURRENT_DATA) {
        look?.drawImage(video, 0, 0, canvas.width, canvas.height)
        shown =
          look && brightness(look.getImageData(0, 0, canvas.width, canvas.height).data) < DARK ? 'dark' : 'picture'
        if (shown === 'picture' && performance.now() - from > SETTLE_MS) return shown
      }
      await pause(LOOK_EVERY_MS, signal)
    }
    return shown
  } finally {
    video.srcObject = null
  }
}

function brightness(pixels: Uint8ClampedArray): number {
  let sum = 0
  for (let pixel = 0; pixel < pixels.length; pixel += 4)
    sum += ((pixels[pixel] ?? 0) + (pixels[pixel + 1] ?? 0) + (pixels[pixel + 2] ?? 0)) / 3
  return sum / (pixels.length / 4)
}
