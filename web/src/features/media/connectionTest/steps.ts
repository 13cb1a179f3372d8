// The steps of the connection test, and how each can end. "Aborted" is no result: it says nothing about the device or the network.

export const stepIds = ['server', 'udp', 'tcp', 'turn', 'microphone', 'camera', 'bandwidth'] as const
export type StepId = (typeof stepIds)[number]

/** How a step ended, each with what is to be done about it. */
export type Reason =
  | 'serverGood'
  | 'serverSlow'
  | 'serverUnreachable'
  | 'socketBlocked'
  | 'wayGood'
  | 'waySlow'
  | 'udpBlocked'
  | 'tcpBlocked'
  | 'turnBlocked'
  | 'turnNotSetUp'
  | 'mediaServerAway'
  | 'mediaServerUnreachable'
  | 'incompatible'
  | 'microphoneGood'
  | 'microphoneSilent'
  | 'microphoneRefused'
  | 'microphoneMissing'
  | 'microphoneInUse'
  | 'microphoneFailed'
  | 'microphoneInsecure'
  | 'cameraGood'
  | 'cameraDark'
  | 'cameraNoPicture'
  | 'cameraRefused'
  | 'cameraMissing'
  | 'cameraInUse'
  | 'cameraFailed'
  | 'cameraInsecure'
  | 'speedForAll'
  | 'speedForPicture'
  | 'speedForVoice'
  | 'speedForLittle'
  | 'noServer'
  | 'tooMany'
  | 'unknown'
  | 'stopped'
  | 'dismissed'
  | 'interrupted'

/** What stands in the sentence: milliseconds, the server's port, seconds to wait, kbit/s down and up. */
export type Figures = Partial<Record<'ms' | 'port' | 'seconds' | 'down' | 'up', number>>

/** An estimate says no more than this, in kbit/s: nothing of ours needs more, and a short measurement cannot tell. */
export const MOST_KBIT = 20_000

export interface Outcome {
  state: 'good' | 'poor' | 'failed' | 'aborted' | 'notSetUp'
  reason: Reason
  figures?: Figures
}

export type StepResult = { state: 'waiting' | 'running' } | Outcome
export type Results = Record<StepId, StepResult>

export const stopped: Outcome = { state: 'aborted', reason: 'stopped' }

export const allWaiting = (): Results =>
  Object.fromEntries(stepIds.map((step) => [step, { state: 'waiting' }])) as Results

export const isOutcome = (result: StepResult): result is Outcome => 'reason' in result
