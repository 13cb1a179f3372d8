// Many members who only send, in one page: for tests and measurements of a full room. Each joins the real way over a socket that its test
// holds (`askMedia`) and sends as the app does; one painted picture and one microphone serve all. Built by itself, never part of the app.
import type { MediaReplies, MediaSource } from '@hoi-truong/shared/media'
import { Device } from 'mediasoup-client'
import type { RtpCapabilities, TransportOptions } from 'mediasoup-client/types'
import { cameraEncodings, settingsFor } from '../../features/media/session/encodings.ts'

declare global {
  interface Window {
    /** Of the test: a request of one member to the media-server. */
    askMedia?(member: string, request: string, body: unknown): Promise<unknown>
    sendAs?: typeof sendAs
  }
}

const [WIDTH, HEIGHT] = [640, 360]
const FRAMES_PER_SECOND = 8
const BLOCK = 40

/** Never the same twice, so that the encoders have to spend what they may. */
function paintedPicture(): MediaStreamTrack {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const painter = canvas.getContext('2d')
  const paint = () => {
    for (let x = 0; x < WIDTH; x += BLOCK) {
      for (let y = 0; y < HEIGHT; y += BLOCK) {
        if (!painter || Math.random() < 0.7) continue
        painter.fillStyle = `hsl(${Math.random() * 360} 60% ${20 + Math.random() * 60}%)`
        painter.fillRect(x + Math.random() * 10, y + Math.random() * 10, BLOCK, BLOCK)
      }
    }
  }
  paint()
  setInterval(paint, 1_000 / FRAMES_PER_SECOND)
  const [track] = canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks()
  if (!track) throw new Error('the canvas gives no picture')
  return track
}

/** What an unmuted microphone in a quiet room sends. */
function silence(): MediaStreamTrack {
  const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks()
  if (!track) throw new Error('there is no silence to be had')
  return track
}

async function speech(): Promise<MediaStreamTrack> {
  const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks()
  if (!track) throw new Error('there is no microphone')
  return track
}

const made = new Map<string, Promise<MediaStreamTrack>>()
async function trackOf(
  name: string,
  make: () => MediaStreamTrack | Promise<MediaStreamTrack>,
): Promise<MediaStreamTrack> {
  const track = made.get(name) ?? Promise.resolve(make())
  made.set(name, track)
  return (await track).clone()
}

export interface Sent {
  camera: boolean
  voice: 'speech' | 'silence' | null
}

async function sendAs(member: string, joined: MediaReplies['join'], sent: Sent): Promise<void> {
  const ask = window.askMedia
  if (!ask) throw new Error('nobody holds the sockets')
  const device = await Device.factory()
  await device.load({ routerRtpCapabilities: joined.routerRtpCapabilities as RtpCapabilities })
  const transport = device.createSendTransport(joined.sendTransport as TransportOptions)
  const body = { transportId: transport.id }
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    ask(member, 'connectTransport', { ...body, dtlsParameters }).then(() => done(), failed)
  })
  transport.on('produce', ({ kind, rtpParameters, appData: { source } }, done, failed) => {
    ask(member, 'produce', { ...body, kind, source, rtpParameters, paused: false }).then(
      (reply) => done({ id: (reply as MediaReplies['produce']).producerId }),
      failed,
    )
  })
  const produce = async (source: MediaSource, track: MediaStreamTrack, encodings?: RTCRtpEncodingParameters[]) => {
    const settings = settingsFor(source, track, 'usual')
    await transport.produce({ track, ...settings, ...(encodings ? { encodings } : {}), appData: { source } })
  }
  if (sent.voice) await produce('microphone', await trackOf(sent.voice, sent.voice === 'speech' ? speech : silence))
  if (sent.camera) await produce('camera', await trackOf('picture', paintedPicture), cameraEncodings(WIDTH, HEIGHT))
}

window.sendAs = sendAs
