// A track on which nothing is heard, to be sent where a microphone's would be: no permission is asked for it.

export function silence(): { track: MediaStreamTrack; end(): void } {
  const context = new AudioContext()
  const output = context.createMediaStreamDestination()
  void context.resume().catch(() => undefined)
  const [track] = output.stream.getAudioTracks()
  if (!track) throw new Error('a destination without a track')
  return {
    track,
    end: () => {
      track.stop()
      void context.close()
    },
  }
}
