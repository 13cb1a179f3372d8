// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'device.title': 'Check sound and picture before entering',
  'device.ask_title': 'Allow microphone and camera',
  'device.ask_lead':
    'The browser will ask whether microphone and camera may be used. Please press “Allow” so that others can hear and see you.',
  'device.preview': 'Your picture',
  'device.no_picture': 'No picture',
  'device.level': 'Microphone level',
  'device.level_speak': 'Say something: the bar follows your voice.',
  'device.level_heard': 'The microphone hears you.',
  'device.level_off': 'The microphone cannot be used. You can still enter and listen.',
  'device.camera': 'Camera',
  'device.microphone': 'Microphone',
  'device.speaker': 'Loudspeaker',
  'device.default_name': 'Device {{number}}',
  'device.speaker_play': 'Play a test sound',
  'device.speaker_playing': 'Playing…',
  'device.enter_silent': 'Enter with sound off',
  'device.join': 'Enter the room',
  'device.join_listen': 'Enter, listen only',
  'device.retry': 'Try camera and microphone again',
  'device.settings': 'Choose camera, microphone, loudspeaker',
  'device.camera_refused':
    'The browser may not use the camera. Press the lock beside the address, choose “Allow” for the camera, then try again. You can also enter without picture.',
  'device.camera_missing': 'This device has no camera, so others will not see you. Listening works as usual.',
  'device.camera_in_use': 'Another program is using the camera. Please close it (Zoom, Zalo…) and try again.',
  'device.camera_failed': 'The camera does not start. Please plug it in again or choose another one.',
  'device.camera_insecure': 'Browsers allow the camera only over https. Please open the https address.',
  'device.microphone_refused':
    'The browser may not use the microphone. Press the lock beside the address, choose “Allow” for the microphone, then try again. You can still listen.',
  'device.microphone_missing': 'This device has no microphone. You can listen; to speak, please plug in a headset.',
  'device.microphone_in_use': 'Another program is using the microphone. Please close it (Zoom, Zalo…) and try again.',
  'device.microphone_failed': 'The microphone does not start. Please plug it in again or choose another one.',
  'device.microphone_insecure': 'Browsers allow the microphone only over https. Please open the https address.',
  'device.companion_title': 'Enter the room on this device',
  'device.companion':
    'You are checked in at {{site}}. On this device you can follow; sound and picture stay off so that nothing echoes.',
  'device.at_site': 'I am at the site {{site}}',
}
