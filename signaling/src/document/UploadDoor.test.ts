// The door lets in so many at once and of one member, and everybody again when one has left, however the work ended.
import { AppError } from '@hoi-truong/shared/errors'
import { expect, test } from 'vitest'
import { UploadDoor } from './UploadDoor.ts'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

test('the next one, and the next one of the same member, is told when to come again', async () => {
  const door = new UploadDoor({ most: 3, mostOfOne: 2 })
  const gate = Promise.withResolvers<void>()
  const first = [door.pass('a', () => gate.promise), door.pass('a', () => gate.promise)]
  await expect(door.pass('a', async () => undefined)).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    params: { seconds: expect.toSatisfy((seconds: number) => seconds >= 1 && seconds <= 4) },
  })
  const other = door.pass('b', () => gate.promise)
  expect(await codeOf(door.pass('c', async () => undefined))).toBe('TOO_MANY_REQUESTS')
  expect(door.count).toBe(3)
  gate.reject(new Error('broken off'))
  expect(await Promise.all([...first, other].map(codeOf))).toEqual(Array(3).fill('Error: broken off'))
  expect(door.count).toBe(0)
  expect(await codeOf(door.pass('a', async () => undefined))).toBe('ok')
})
