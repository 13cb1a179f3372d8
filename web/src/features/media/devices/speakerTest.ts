// Two short tones through the chosen loudspeaker.

export async function playTestSound(speakerId: string | null): Promise<void> {
  const context = new AudioContext()
  const output = context.createMediaStreamDestination()
  const audio = new Audio()
  audio.srcObject = output.stream
  if (speakerId && 'setSinkId' in audio) await audio.setSinkId(speakerId).catch(() => undefined)
  await context.resume()
  await audio.play()
  const tones: [frequency: number, from: number][] = [
    [523, 0],
    [659, 0.45],
  ]
  const ended = tones.map(([frequency, from]) => {
    const oscillator = context.createOscillator()
    const gain = context.createGain()
    const start = context.currentTime + 0.1 + from
    oscillator.frequency.value = frequency
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(0.4, start + 0.05)
    gain.gain.linearRampToValueAtTime(0, start + 0.4)
    oscillator.connect(gain).connect(output)
    oscillator.start(start)
    oscillator.stop(start + 0.4)
    return new Promise((resolve) => oscillator.addEventListener('ended', resolve))
  })
  await Promise.all(ended)
  audio.pause()
  await context.close()
}
