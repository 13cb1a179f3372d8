// What the person reads at the end, for every way in which a test can go.
import { expect, it, test } from 'vitest'
import { allWaiting, type Outcome, type Reason, type Results, type StepId, stepIds, stopped } from './steps.ts'
import { firstToDo, type Verdict, verdictOf } from './verdict.ts'

const good = (reason: Reason): Outcome => ({ state: 'good', reason })
const failed = (reason: Reason): Outcome => ({ state: 'failed', reason })
const poor = (reason: Reason): Outcome => ({ state: 'poor', reason })

const allGood: Results = {
  server: good('serverGood'),
  udp: good('wayGood'),
  tcp: good('wayGood'),
  turn: { state: 'notSetUp', reason: 'turnNotSetUp' },
  microphone: good('microphoneGood'),
  camera: good('cameraGood'),
  bandwidth: good('speedForPicture'),
}
const waysBlocked = { udp: failed('udpBlocked'), tcp: failed('tcpBlocked') }

test.each<[string, Partial<Results>, Verdict, StepId | null]>([
  ['all is well', {}, 'full', null],
  ['the relay works too', { turn: good('wayGood') }, 'full', null],
  ['UDP is blocked', { udp: failed('udpBlocked') }, 'full', 'udp'],
  ['TCP is blocked', { tcp: failed('tcpBlocked') }, 'full', 'tcp'],
  ['only the relay works', { ...waysBlocked, turn: poor('waySlow') }, 'full', 'udp'],
  ['the relay does not work and is not needed', { turn: failed('turnBlocked') }, 'full', 'turn'],
  ['no way is open', waysBlocked, 'follow', 'udp'],
  ['no way is open, nor the relay', { ...waysBlocked, turn: failed('turnBlocked') }, 'follow', 'udp'],
  ['the server is not reached', { server: failed('serverUnreachable'), ...waysBlocked }, 'none', 'server'],
  ['the socket is blocked', { server: failed('socketBlocked') }, 'none', 'server'],
  ['the server is slow', { server: poor('serverSlow') }, 'full', 'server'],
  ['the microphone is refused', { microphone: failed('microphoneRefused') }, 'listen', 'microphone'],
  ['nothing is heard', { microphone: poor('microphoneSilent') }, 'unheard', 'microphone'],
  ['no camera', { camera: failed('cameraMissing') }, 'voice', 'camera'],
  ['a dark picture', { camera: poor('cameraDark') }, 'full', 'camera'],
  ['a thin line', { bandwidth: poor('speedForVoice') }, 'voice', 'bandwidth'],
  ['a very thin line', { bandwidth: poor('speedForLittle') }, 'voice', 'bandwidth'],
  ['a line that could not be measured', { bandwidth: failed('tooMany') }, 'full', 'bandwidth'],
  [
    'neither microphone nor camera',
    { microphone: failed('microphoneMissing'), camera: failed('cameraMissing') },
    'listen',
    'microphone',
  ],
  [
    'nothing is heard, no camera',
    { microphone: poor('microphoneSilent'), camera: failed('cameraInUse') },
    'unheard',
    'microphone',
  ],
  [
    'a failure before what is only poor',
    { server: poor('serverSlow'), camera: failed('cameraInUse') },
    'voice',
    'camera',
  ],
  ['stopped before the server', { server: stopped }, 'unfinished', null],
  ['stopped at UDP while TCP is not known', { udp: stopped, tcp: stopped, turn: stopped }, 'unfinished', null],
  ['UDP blocked, stopped at TCP', { udp: failed('udpBlocked'), tcp: stopped, turn: stopped }, 'unfinished', 'udp'],
  ['one way open, the others stopped', { tcp: stopped, turn: stopped }, 'full', null],
  ['stopped at the microphone', { microphone: stopped }, 'unfinished', null],
  ['the question for the camera closed', { camera: { state: 'aborted', reason: 'dismissed' } }, 'unfinished', null],
  ['stopped at the speed', { bandwidth: stopped }, 'unfinished', null],
  ['no camera, stopped at the speed', { camera: failed('cameraMissing'), bandwidth: stopped }, 'voice', 'camera'],
])('%s', (_what, different, verdict, first) => {
  const results = { ...allGood, ...different }
  expect([verdictOf(results), firstToDo(results)]).toEqual([verdict, first])
})

it('says nothing of what was never begun', () => {
  expect([verdictOf(allWaiting()), firstToDo(allWaiting())]).toEqual(['unfinished', null])
})

it('never takes an aborted step for a failed one', () => {
  for (const step of stepIds) {
    const results = { ...allGood, [step]: stopped }
    expect(['full', 'unfinished']).toContain(verdictOf(results))
    expect(firstToDo(results)).toBeNull()
  }
})
