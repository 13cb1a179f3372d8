// One read for all who ask at once, and never an answer older than its question.
import { expect, it } from 'vitest'
import { SharedReads } from './SharedReads.ts'

interface Load {
  key: string
  resolve: (value: string) => void
  reject: (error: Error) => void
}

function open() {
  const loads: Load[] = []
  const reads = new SharedReads<string>(
    (key) => new Promise((resolve, reject) => void loads.push({ key, resolve, reject })),
  )
  return { reads, loads }
}

it('gives those who ask while a read runs the next one, one for all of them', async () => {
  const { reads, loads } = open()
  const first = reads.read('a')
  const later = [reads.read('a'), reads.read('a')]
  expect(loads).toHaveLength(1)
  loads[0]?.resolve('before')
  expect(await first).toBe('before')
  expect(loads).toHaveLength(2)
  loads[1]?.resolve('after')
  expect(await Promise.all(later)).toEqual(['after', 'after'])
  void reads.read('a')
  expect(loads).toHaveLength(3)
})

it('reads of different keys do not wait for each other', () => {
  const { reads, loads } = open()
  void reads.read('a')
  void reads.read('b')
  expect(loads.map(({ key }) => key)).toEqual(['a', 'b'])
})

it('a failed read fails for those who asked for it, not for the next', async () => {
  const { reads, loads } = open()
  const first = reads.read('a')
  const second = reads.read('a')
  loads[0]?.reject(new Error('away'))
  await expect(first).rejects.toThrow('away')
  loads[1]?.resolve('back')
  expect(await second).toBe('back')
})
