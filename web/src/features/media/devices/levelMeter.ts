// The level of a microphone's track, of a copy that stays on while the track itself is muted. Nothing of it leaves the device.
import type { LevelMeter } from './ownVoice.ts'

export function openLevelMeter(track: MediaStreamTrack): LevelMeter {
  const copy = track.clone()
  copy.enabled = true
  const context = new AudioContext({ latencyHint: 'playback' })
  const analyser = context.createAnalyser()
  // A sixth of a second: a syllable.
  analyser.fftSize = 8192
  context.createMediaStreamSource(new MediaStream([copy])).connect(analyser)
  void context.resume().catch(() => undefined)
  const samples = new Float32Array(analyser.fftSize)
  return {
    level() {
      // Browsers hold it back until the page is touched: then nothing is known.
      if (context.state !== 'running') return NOT_KNOWN_DB
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      return 10 * Math.log10(power)
    },
    close() {
      copy.stop()
      void context.close().catch(() => undefined)
    },
  }
}

/** Neither a voice nor a dead microphone. */
const NOT_KNOWN_DB = -60
