// The words for steps, how they ended, and the sentence at the end.
import type { Language, MessageKey } from '@hoi-truong/shared/i18n'
import type { Translate } from '../../../i18n/index.ts'
import { troubleWords } from '../devices/troubleWords.ts'
import { MOST_KBIT, type Outcome, type Reason, type Results, type StepId, type StepResult, stepIds } from './steps.ts'
import { type Verdict, verdictOf } from './verdict.ts'

export const stepWords = {
  server: 'connectiontest.step_server',
  udp: 'connectiontest.step_udp',
  tcp: 'connectiontest.step_tcp',
  turn: 'connectiontest.step_turn',
  microphone: 'connectiontest.step_microphone',
  camera: 'connectiontest.step_camera',
  bandwidth: 'connectiontest.step_bandwidth',
} as const satisfies Record<StepId, MessageKey>

export const stateWords = {
  waiting: 'connectiontest.state_waiting',
  running: 'connectiontest.state_running',
  good: 'connectiontest.state_good',
  poor: 'connectiontest.state_poor',
  failed: 'connectiontest.state_failed',
  aborted: 'connectiontest.state_aborted',
  notSetUp: 'connectiontest.state_not_set_up',
} as const satisfies Record<StepResult['state'], MessageKey>

const reasonWords = {
  serverGood: 'connectiontest.server_good',
  serverSlow: 'connectiontest.server_slow',
  serverUnreachable: 'connectiontest.server_unreachable',
  socketBlocked: 'connectiontest.socket_blocked',
  wayGood: 'connectiontest.way_good',
  waySlow: 'connectiontest.way_slow',
  udpBlocked: 'connectiontest.udp_blocked',
  tcpBlocked: 'connectiontest.tcp_blocked',
  turnBlocked: 'connectiontest.turn_blocked',
  turnNotSetUp: 'connectiontest.turn_not_set_up',
  mediaServerAway: 'connectiontest.media_server_away',
  mediaServerUnreachable: 'connectiontest.media_server_unreachable',
  incompatible: 'connectiontest.incompatible',
  microphoneGood: 'connectiontest.microphone_good',
  microphoneSilent: 'connectiontest.microphone_silent',
  microphoneRefused: troubleWords.microphone.refused,
  microphoneMissing: troubleWords.microphone.missing,
  microphoneInUse: troubleWords.microphone.inUse,
  microphoneFailed: troubleWords.microphone.failed,
  microphoneInsecure: troubleWords.microphone.insecure,
  cameraGood: 'connectiontest.camera_good',
  cameraDark: 'connectiontest.camera_dark',
  cameraNoPicture: 'connectiontest.camera_no_picture',
  cameraRefused: troubleWords.camera.refused,
  cameraMissing: troubleWords.camera.missing,
  cameraInUse: troubleWords.camera.inUse,
  cameraFailed: troubleWords.camera.failed,
  cameraInsecure: troubleWords.camera.insecure,
  speedForAll: 'connectiontest.speed_for_all',
  speedForPicture: 'connectiontest.speed_for_picture',
  speedForVoice: 'connectiontest.speed_for_voice',
  speedForLittle: 'connectiontest.speed_for_little',
  noServer: 'connectiontest.no_server',
  tooMany: 'connectiontest.too_many',
  unknown: 'connectiontest.unknown',
  stopped: 'connectiontest.stopped',
  dismissed: 'connectiontest.dismissed',
  interrupted: 'connectiontest.interrupted',
} as const satisfies Record<Reason, MessageKey>

export const verdictWords = {
  full: 'connectiontest.verdict_full',
  voice: 'connectiontest.verdict_voice',
  unheard: 'connectiontest.verdict_unheard',
  listen: 'connectiontest.verdict_listen',
  follow: 'connectiontest.verdict_follow',
  none: 'connectiontest.verdict_none',
  unfinished: 'connectiontest.verdict_unfinished',
} as const satisfies Record<Verdict, MessageKey>

/** "khoảng 850 kbit/s", "khoảng 3,2 Mbit/s": two figures are more than an estimate knows. */
export function speedInWords(kbit: number, t: Translate, language: Language): string {
  const [value, unit] = kbit < 1_000 ? [kbit, 'kbit/s'] : [kbit / 1_000, 'Mbit/s']
  const figures = new Intl.NumberFormat(language, { maximumSignificantDigits: 2, useGrouping: false })
  // A figure and its unit stay on one line.
  const speed = `${figures.format(value)}\u00a0${unit}`
  return t(kbit >= MOST_KBIT ? 'connectiontest.more_than' : 'connectiontest.about', { speed })
}

/** What a step's end means and what to do about it. */
export function outcomeInWords({ reason, figures = {} }: Outcome, t: Translate, language: Language): string {
  const { ms, down, up, port, seconds } = figures
  const sentence = t(reasonWords[reason], { port: port ?? '', seconds: seconds ?? '' })
  if (down !== undefined && up !== undefined) {
    const speeds = { down: speedInWords(down, t, language), up: speedInWords(up, t, language) }
    return `${t('connectiontest.speed', speeds)} ${sentence}`
  }
  return ms === undefined ? sentence : `${sentence} (${ms} ms)`
}

/** The whole result as text, to be sent to whoever helps: what was found, and the browser; nothing that names the person or opens a door. */
export function resultAsText(
  results: Results,
  { t, language, when, browser }: { t: Translate; language: Language; when: string; browser: string },
): string {
  const lines = stepIds.map((step, index) => {
    const result = results[step]
    const detail = 'reason' in result ? ` ${outcomeInWords(result, t, language)}` : ''
    return `${index + 1}. ${t(stepWords[step])}: ${t(stateWords[result.state])}.${detail}`
  })
  return [
    `${t('app.name')} – ${t('connectiontest.title')}, ${when}`,
    t('connectiontest.conclusion', { sentence: t(verdictWords[verdictOf(results)]) }),
    ...lines,
    t('connectiontest.browser', { name: browser }),
  ].join('\n')
}
