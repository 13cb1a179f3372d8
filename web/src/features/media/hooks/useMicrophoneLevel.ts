// How loud the microphone hears, for the meter of the device check.
import { useEffect, useState } from 'react'

/** A little above the noise of a quiet room. */
const HEARD = 8

/** @returns level from 0 to 100, and whether a voice has been heard since the track came */
export function useMicrophoneLevel(track: MediaStreamTrack | null): { level: number; heard: boolean } {
  const [level, setLevel] = useState(0)
  const [heard, setHeard] = useState(false)
  useEffect(() => {
    setLevel(0)
    setHeard(false)
    if (!track) return
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = 1024
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const read = () => {
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      // -60 dB is silence, -10 dB somebody who shouts.
      const decibel = 10 * Math.log10(power + 1e-9)
      const next = Math.round(Math.min(100, Math.max(0, (decibel + 60) * 2)))
      setLevel(next)
      if (next > HEARD) setHeard(true)
    }
    const timer = setInterval(read, 100)
    void context.resume()
    return () => {
      clearInterval(timer)
      void context.close()
    }
  }, [track])
  return { level, heard }
}
