// The order of the steps; that a failure stops nothing; that a stop is said as aborted and closes what is open.
import { expect, it } from 'vitest'
import { ConnectionTest, type Probe } from './connectionTest.ts'
import { type Outcome, type StepId, stepIds } from './steps.ts'

const good: Outcome = { state: 'good', reason: 'wayGood' }

/** Every probe is good, but for those given; which were begun, in order. */
function make(different: Partial<Record<StepId, Probe>> = {}) {
  const begun: StepId[] = []
  const probes = Object.fromEntries(
    stepIds.map((step): [StepId, Probe] => [
      step,
      (context) => {
        begun.push(step)
        return (different[step] ?? (() => Promise.resolve(good)))(context)
      },
    ]),
  ) as Record<StepId, Probe>
  const test = new ConnectionTest(probes)
  const states = () => Object.fromEntries(stepIds.map((step) => [step, test.store.getState().results[step].state]))
  return { test, begun, states }
}

/** Ends when it is aborted, and says that it has cleaned up. */
function waiting() {
  const log: string[] = []
  const probe: Probe = ({ signal }) =>
    new Promise((resolve) => {
      log.push('open')
      signal.addEventListener('abort', () => {
        log.push('closed')
        resolve({ state: 'failed', reason: 'unknown' })
      })
    })
  return { probe, log }
}

it('goes through all steps in their order', async () => {
  const { test, begun, states } = make()
  expect(test.store.getState().phase).toBe('idle')
  await test.start()
  expect(begun).toEqual(stepIds)
  expect(new Set(Object.values(states()))).toEqual(new Set(['good']))
  expect(test.store.getState().phase).toBe('done')
})

it('is not stopped by what fails, nor by a fault of a step', async () => {
  const { test, begun, states } = make({
    server: async () => ({ state: 'failed', reason: 'serverUnreachable' }),
    udp: () => Promise.reject(new Error('a fault')),
    turn: async () => ({ state: 'notSetUp', reason: 'turnNotSetUp' }),
  })
  await test.start()
  expect(begun).toEqual(stepIds)
  expect(states()).toMatchObject({ server: 'failed', udp: 'failed', tcp: 'good', turn: 'notSetUp' })
  expect(test.store.getState().results.udp).toEqual({ state: 'failed', reason: 'unknown' })
})

it('one step is under way, those to come wait', async () => {
  const { probe } = waiting()
  const { test, states } = make({ tcp: probe })
  const run = test.start()
  await expect.poll(states).toMatchObject({ server: 'good', udp: 'good', tcp: 'running', turn: 'waiting' })
  test.stop()
  await run
})

it('stopped: what is done stays, the rest is aborted and not failed, and the open step closes', async () => {
  const { probe, log } = waiting()
  const { test, begun, states } = make({ udp: async () => ({ state: 'failed', reason: 'udpBlocked' }), turn: probe })
  const run = test.start()
  await expect.poll(() => log).toEqual(['open'])
  test.stop()
  const expected = {
    server: 'good',
    udp: 'failed',
    tcp: 'good',
    turn: 'aborted',
    microphone: 'aborted',
    camera: 'aborted',
    bandwidth: 'aborted',
  }
  // At once, and also after the step has said what it thinks of it.
  expect(states()).toEqual(expected)
  await run
  expect(log).toEqual(['open', 'closed'])
  expect(states()).toEqual(expected)
  expect(begun).toEqual(['server', 'udp', 'tcp', 'turn'])
  expect(test.store.getState()).toMatchObject({ phase: 'stopped', live: { microphone: null, camera: null } })
})

it('a step may end as aborted by itself: the next ones go on', async () => {
  const { test, begun, states } = make({ microphone: async () => ({ state: 'aborted', reason: 'dismissed' }) })
  await test.start()
  expect(begun).toEqual(stepIds)
  expect(states()).toMatchObject({ microphone: 'aborted', camera: 'good' })
  expect(test.store.getState().phase).toBe('done')
})

it('begins anew only when what was stopped has closed', async () => {
  let close: () => void = () => undefined
  const slow: Probe = () =>
    new Promise((resolve) => {
      close = () => resolve(good)
    })
  const probes = [slow]
  const { test, begun } = make({ server: (context) => (probes.shift() ?? (async () => good))(context) })
  void test.start()
  await expect.poll(() => begun).toEqual(['server'])
  const again = test.start()
  expect(test.store.getState().phase).toBe('running')
  expect(begun).toEqual(['server'])
  close()
  await again
  expect(begun).toEqual(['server', ...stepIds])
  expect(test.store.getState().phase).toBe('done')
})

it('shows what is live only while its step runs', async () => {
  const track = {} as MediaStreamTrack
  const seen: unknown[] = []
  const { test } = make({
    camera: async ({ show }) => {
      show({ camera: track })
      seen.push(test.store.getState().live.camera)
      return good
    },
  })
  await test.start()
  expect(seen).toEqual([track])
  expect(test.store.getState().live).toEqual({ microphone: null, camera: null })
})

it('stop before a start, and after the end, changes nothing', async () => {
  const { test, states } = make()
  test.stop()
  expect(test.store.getState().phase).toBe('idle')
  await test.start()
  test.stop()
  expect(test.store.getState().phase).toBe('done')
  expect(states().server).toBe('good')
})
