// A picture without sound: voices play through their own elements (session/audioOutput.ts).
import { useEffect, useRef } from 'react'

export interface VideoViewProps {
  track: MediaStreamTrack
  mirrored?: boolean
  label: string
  className?: string | undefined
}

export function VideoView({ track, mirrored = false, label, className }: VideoViewProps) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element) return
    element.srcObject = new MediaStream([track])
    // Muted pictures may always play; where not, the first frame stands.
    void element.play().catch(() => undefined)
    return () => {
      element.srcObject = null
    }
  }, [track])
  return (
    <video
      ref={video}
      className={className}
      autoPlay
      playsInline
      muted
      aria-label={label}
      style={mirrored ? { transform: 'scaleX(-1)' } : undefined}
    />
  )
}
