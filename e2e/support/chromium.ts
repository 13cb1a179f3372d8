// How Chromium is started for tests and measurements: fake camera and microphone, permission given, local candidates visible.
import { findChromium } from '../../scripts/bring-up/chromium.mjs'
import { voiceFile } from './voice.ts'

const executablePath = findChromium()

interface ChromiumOptions {
  /** A recording that the microphone plays round and round. */
  microphone?: string
  /** Address of this machine at which the browser looks for localhost. */
  localhost?: string
}

export const chromiumWith = ({ microphone = voiceFile, localhost }: ChromiumOptions) => ({
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    // Chromium's own beep is too short for anybody to count as speaking.
    `--use-file-for-fake-audio-capture=${microphone}`,
    '--autoplay-policy=no-user-gesture-required',
    // Loopback candidates: without it Chromium hides local addresses behind mDNS names that nobody answers here.
    '--disable-features=WebRtcHideLocalIpsWithMdns',
    ...(localhost === undefined ? [] : [`--host-resolver-rules=MAP localhost ${localhost}`]),
    // Chromium's sandbox needs user namespaces, which root in a container does not have.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
})

export const chromiumLaunch = chromiumWith({})
