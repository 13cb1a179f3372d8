import { expect, it } from 'vitest'
import { KeptParts } from './keptParts.ts'

const setUp = () => {
  const asked: string[] = []
  const kept = new KeptParts()
  const of = (name: string) =>
    kept.keeping(name, async (begin, end) => {
      asked.push(`${name} ${begin}-${end}`)
      return new Uint8Array(end - begin).fill(begin)
    })
  return { of, asked }
}

it('fetches each part once, also for a reader that begins anew, and gives a copy to each', async () => {
  const { of, asked } = setUp()
  const first = await of('a')(1, 4)
  first.fill(99)
  expect(await of('a')(1, 4)).toEqual(new Uint8Array(3).fill(1))
  expect(asked).toEqual(['a 1-4'])
})

it('keeps the last two documents', async () => {
  const { of, asked } = setUp()
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await of(name)(0, 2)
  expect(asked).toEqual(['a 0-2', 'b 0-2', 'c 0-2', 'b 0-2'])
})

it('does not fill a phone’s memory', async () => {
  const { of, asked } = setUp()
  const large = 20 * 1024 * 1024
  await of('a')(0, large)
  for (const _ of [1, 2]) await of('b')(0, large)
  expect(asked).toHaveLength(3)
})

it('does not keep what did not come', async () => {
  const kept = new KeptParts()
  let tries = 0
  const read = kept.keeping('a', async () => {
    tries += 1
    if (tries === 1) throw new Error('broken')
    return new Uint8Array(2)
  })
  await expect(read(0, 2)).rejects.toThrow('broken')
  expect(await read(0, 2)).toHaveLength(2)
})
