import { expect, it } from 'vitest'
import { onNetworkChange } from './networkChange.ts'

class FakeConnection extends EventTarget {
  type = 'wifi'
}

it('the network is back, or another one; not another estimate, nor none at all', () => {
  const page = new EventTarget()
  const connection = new FakeConnection()
  const stop = new AbortController()
  let changes = 0
  const addEventListener = page.addEventListener.bind(page)
  onNetworkChange(() => void changes++, stop.signal, { addEventListener, navigator: { connection } })
  const become = (type: string) => {
    connection.type = type
    connection.dispatchEvent(new Event('change'))
  }
  become('wifi')
  expect(changes).toBe(0)
  become('cellular')
  expect(changes).toBe(1)
  become('none')
  expect(changes).toBe(1)
  page.dispatchEvent(new Event('online'))
  expect(changes).toBe(2)
  stop.abort()
  become('wifi')
  expect(changes).toBe(2)
})

it('a browser that says nothing of its network', () => {
  expect(() => onNetworkChange(() => undefined, new AbortController().signal, {})).not.toThrow()
})
