// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'connectiontest.lead':
    'Find out beforehand whether this device and network will do for the meeting. It takes about half a minute. Nobody else hears or sees you.',
  'connectiontest.asks':
    'The browser will ask whether the microphone, then the camera may be used. Please press “Allow”.',
  'connectiontest.start': 'Begin the test',
  'connectiontest.again': 'Test again',
  'connectiontest.stop': 'Stop the test',
  'connectiontest.now': 'Being tested: {{step}} (step {{number}}/{{count}})',
  'connectiontest.steps': 'The steps',
  'connectiontest.speak': 'Please say a few words.',
  'connectiontest.look': 'Do you see your picture?',
  'connectiontest.first': 'To be done first: {{step}}',
  'connectiontest.copy': 'Copy the result',
  'connectiontest.copied': 'Copied. Paste it into a message to send it to support.',
  'connectiontest.copy_self': 'This device does not allow copying. Please mark the text below and copy it:',
  'connectiontest.back_to_meeting': 'Back to entering the room',
  'connectiontest.browser': 'Browser: {{name}}',
  'connectiontest.conclusion': 'Conclusion: {{sentence}}',

  'connectiontest.step_server': 'Server',
  'connectiontest.step_udp': 'Sound and picture, the usual way (UDP)',
  'connectiontest.step_tcp': 'Sound and picture, the spare way (TCP)',
  'connectiontest.step_turn': 'Sound and picture, by the relay (TURN)',
  'connectiontest.step_microphone': 'Microphone',
  'connectiontest.step_camera': 'Camera',
  'connectiontest.step_bandwidth': 'Speed of the network',

  'connectiontest.state_waiting': 'Waiting',
  'connectiontest.state_running': 'Being tested…',
  'connectiontest.state_good': 'Good',
  'connectiontest.state_poor': 'Not good',
  'connectiontest.state_failed': 'Does not work',
  'connectiontest.state_aborted': 'Stopped',
  'connectiontest.state_not_set_up': 'Not set up',

  'connectiontest.server_good': 'The server is reached.',
  'connectiontest.server_slow':
    'The server answers slowly, so voices may come late. Please move closer to the Wi-Fi, or try another network.',
  'connectiontest.server_unreachable':
    'The server is not reached. Please see whether the device has a network, try another Wi-Fi or mobile data.',
  'connectiontest.socket_blocked':
    'The page opens, but this network blocks lasting connections (WebSocket). Please try another network; in an office, ask the administrator to allow WebSocket to the address of this page.',
  'connectiontest.way_good': 'This way is open.',
  'connectiontest.way_slow':
    'This way is open but slow, so voices come late. Please move closer to the Wi-Fi, or try another network.',
  'connectiontest.udp_blocked':
    'This network blocks the usual way. If another way is good you can still take part, but sound breaks more easily. Please try another Wi-Fi or mobile data; in an office, ask the administrator to open UDP port {{port}}.',
  'connectiontest.tcp_blocked':
    'This network blocks the spare way. If the usual way is good there is nothing to do. If not, please try another network; in an office, ask the administrator to open TCP port {{port}}.',
  'connectiontest.turn_blocked':
    'The relay does not work. If one of the two ways above is good there is nothing to do. If not, please try another network and ask the administrator of the system to look at the relay (TURN).',
  'connectiontest.turn_not_set_up':
    'The system uses no relay. This is no fault: it is needed only where both ways above are blocked.',
  'connectiontest.media_server_away':
    'The server for sound and picture is not running; it is not your device. Please tell the administrator of the system and test again in a few minutes.',
  'connectiontest.media_server_unreachable':
    'The server for sound and picture is not reached. Please try another network; in an office, ask the administrator to allow the address of this server.',
  'connectiontest.incompatible':
    'This browser cannot carry sound and picture. Please update it, or use a recent Chrome, Edge or Safari.',
  'connectiontest.microphone_good': 'The microphone hears.',
  'connectiontest.microphone_silent':
    'The microphone opens, but nothing has been heard. Please speak up, see whether the headset has a mute button, then test again.',
  'connectiontest.camera_good': 'The camera gives a picture.',
  'connectiontest.camera_dark':
    'The camera opens, but the picture is black. Please uncover the camera or switch on a light.',
  'connectiontest.camera_no_picture':
    'The camera opens, but gives no picture. Please plug it in again, or restart the device.',
  'connectiontest.speed': 'An estimate: {{down}} down, {{up}} up.',
  'connectiontest.about': 'about {{speed}}',
  'connectiontest.more_than': 'more than {{speed}}',
  'connectiontest.speed_for_all': 'Enough for sound, picture and documents.',
  'connectiontest.speed_for_picture': 'Enough for sound and a small picture.',
  'connectiontest.speed_for_voice':
    'Enough for sound, not for pictures. The room will keep the sound first by itself. For pictures, please try another network.',
  'connectiontest.speed_for_little':
    'Sound may be broken. Please try another network, or stop other downloads on the same one.',
  'connectiontest.no_server': 'Could not be tested, because the server is not reached.',
  'connectiontest.too_many': 'Tested many times in a row. Please wait {{seconds}} seconds and test again.',
  'connectiontest.unknown':
    'This step could not be tested. Please try again; if it stays so, send the result to support.',
  'connectiontest.stopped': 'Stopped before this step was done. This is no fault.',
  'connectiontest.dismissed':
    'The question of the browser was not answered, so this step has stopped. This is no fault: please test again and press “Allow”.',
  'connectiontest.interrupted':
    'Interrupted: you have just tested on another device, or the server was started again. This is no fault: please test again.',

  'connectiontest.verdict_full': 'You can take part in the meeting, with sound and with picture.',
  'connectiontest.verdict_voice': 'You can take part, listen and speak, but without a picture for now.',
  'connectiontest.verdict_unheard':
    'You can take part and listen. Nothing has been heard from the microphone, so speaking is not certain.',
  'connectiontest.verdict_listen': 'You can enter and listen, but not speak, because the microphone cannot be used.',
  'connectiontest.verdict_follow':
    'Sound and picture do not get through from this network. You can still follow the meeting, read documents and send comments.',
  'connectiontest.verdict_none': 'From this device and network you cannot take part in the online meeting for now.',
  'connectiontest.verdict_unfinished':
    'Not all steps were tested, so nothing certain can be said. Please test again when it suits you.',
}
