// The opening of a poll waits for no key that could have been made before, and no two polls share one.
import { expect, test } from 'vitest'
import { KeyPairs } from './keyPairs.ts'

const counting = () => {
  const made = { count: 0 }
  const pairs = new KeyPairs(async () => {
    made.count += 1
    return { publicKey: `public ${made.count}`, privateKey: `private ${made.count}` }
  })
  return { made, pairs }
}

test('one is made ahead, once, and given to one', async () => {
  const { made, pairs } = counting()
  pairs.prepare()
  pairs.prepare()
  expect(made.count).toBe(1)
  const keys = await Promise.all([pairs.take(), pairs.take()])
  expect(made.count).toBe(2)
  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(2)
})

test('one that could not be made does not stand in the way of the next', async () => {
  let fails = true
  const pairs = new KeyPairs(async () => {
    if (fails) throw new Error('no entropy')
    return { publicKey: 'public', privateKey: 'private' }
  })
  pairs.prepare()
  await Promise.resolve()
  await Promise.resolve()
  fails = false
  await expect(pairs.take()).resolves.toMatchObject({ publicKey: 'public' })
})

test('makes pairs that belong together', async () => {
  const { publicKey, privateKey } = await new KeyPairs().take()
  expect([publicKey, privateKey].every((key) => /^[\w-]+$/.test(key))).toBe(true)
  expect(publicKey).not.toBe(privateKey)
})
