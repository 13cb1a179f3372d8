// The window's "online" event is stood in for by an EventTarget.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Tries } from './tries.ts'

const page = new EventTarget()

beforeEach(() => {
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function setUp() {
  const waits: number[] = []
  const tries = new Tries(new AbortController().signal, async (ms) => void waits.push(ms))
  return { tries, waits }
}

it('waits longer after each try', async () => {
  // Chance spreads the tries of many clients; here it stands still.
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const { tries, waits } = setUp()
  for (let n = 0; n < 4; n++) await tries.next()
  expect(waits).toEqual([...new Set(waits)].toSorted((a, b) => a - b))
  expect(waits).toHaveLength(4)
})

it('does not wait when the network came back during the try, and is quick from then on', async () => {
  const { tries, waits } = setUp()
  for (let n = 0; n < 6; n++) await tries.next()
  page.dispatchEvent(new Event('online'))
  await tries.next()
  expect(waits).toHaveLength(6)
  await tries.next()
  expect(waits.at(-1)).toBeLessThan(300)
})

it('forgets a return of the network that a success has answered', async () => {
  const { tries, waits } = setUp()
  page.dispatchEvent(new Event('online'))
  tries.succeeded()
  await tries.next()
  expect(waits).toHaveLength(1)
})
