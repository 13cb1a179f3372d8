// Both stores do the same: one suite for the directory and for S3 (a mock that checks signatures).
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type S3Server, startS3Server } from '../testing/s3Server.ts'
import { DirectoryStore, incomingFolder } from './DirectoryStore.ts'
import type { DocumentStore, StoredFile } from './DocumentStore.ts'
import { S3Store } from './S3Store.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'store-'))
let s3: S3Server
beforeAll(async () => {
  s3 = await startS3Server()
})
afterAll(async () => {
  await s3.stop()
  rmSync(folder, { recursive: true })
})

const root = path.join(folder, 'files')
const sourceOf = (bytes: Buffer): { key: string; file: string } => {
  const key = createHash('sha256').update(bytes).digest('hex')
  const file = path.join(folder, key)
  writeFileSync(file, bytes)
  return { key, file }
}
const contentOf = async (opened: Promise<Readable | null>): Promise<Buffer> => {
  const stream = await opened
  if (!stream) throw new Error('there is no such file')
  return buffer(stream)
}
const all = async (store: DocumentStore): Promise<StoredFile[]> => {
  const files: StoredFile[] = []
  for await (const file of store.list()) files.push(file)
  return files
}

describe.each<[string, () => DocumentStore]>([
  ['a directory', () => new DirectoryStore(root)],
  ['S3', () => new S3Store(s3.settings)],
])('%s', (_name, open) => {
  let store: DocumentStore
  beforeAll(() => {
    store = open()
  })

  test('what is put is there, whole and in parts; what was never put is not', async () => {
    const bytes = randomBytes(3_000_000)
    const { key, file } = sourceOf(bytes)
    expect(await store.has(key)).toBe(false)
    expect(await store.open(key)).toBeNull()
    await store.put(key, file)
    expect(await store.has(key)).toBe(true)
    const read = async (range?: { from: number; to: number }) => contentOf(store.open(key, range))
    expect((await read()).equals(bytes)).toBe(true)
    expect((await read({ from: 1_000, to: 1_999 })).equals(bytes.subarray(1_000, 2_000))).toBe(true)
    expect((await read({ from: 2_999_999, to: 2_999_999 })).equals(bytes.subarray(-1))).toBe(true)
  })

  test('the source may go, the file stays; to put it again or by two at once is harmless', async () => {
    const { key, file } = sourceOf(Buffer.from('Kính gửi'))
    await Promise.all([store.put(key, file), store.put(key, file)])
    await store.put(key, file)
    rmSync(file)
    expect(String(await contentOf(store.open(key)))).toBe('Kính gửi')
  })

  test('the text of a file has a name of its own', async () => {
    const { key, file } = sourceOf(Buffer.from('{}'))
    await store.put(`${key}.text`, file)
    expect(await store.has(key)).toBe(false)
    expect(await store.has(`${key}.text`)).toBe(true)
  })

  test('all are listed, and removed once; what was put since is spared', async () => {
    const { key, file } = sourceOf(Buffer.from('to go'))
    const before = Date.now() - 5_000
    await store.put(key, file)
    const files = await all(store)
    expect(files.length).toBeGreaterThan(3)
    expect(files.find((one) => one.key === key)?.putAt).toBeGreaterThan(before)
    await store.remove(key, before)
    expect(await store.has(key)).toBe(true)
    await store.remove(key)
    await store.remove(key)
    expect(await store.has(key)).toBe(false)
    expect((await all(store)).map((one) => one.key)).not.toContain(key)
  })

  test.each(['../../etc/passwd', '', 'a', `${'0'.repeat(64)}/x`, `${'0'.repeat(64)}.sh`, 'A'.repeat(64)])(
    '%j is no key',
    async (key) => {
      for (const attempt of [
        () => store.open(key),
        () => store.has(key),
        () => store.remove(key),
        () => store.put(key, '/etc/passwd'),
      ])
        await expect(attempt()).rejects.toThrow(/no key/)
    },
  )
})

test('a directory keeps nothing half, and for its owner only', async () => {
  const { key, file } = sourceOf(randomBytes(100))
  await new DirectoryStore(root).put(key, file)
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  expect(names.filter((name) => name.startsWith('incoming/'))).toEqual([])
  expect(statSync(path.join(root, key.slice(0, 2))).mode & 0o077).toBe(0)
  expect(incomingFolder(root)).toBe(path.join(root, 'incoming'))
})

test('a store that is down, or refuses the signature, is said to be unavailable', async () => {
  const { key, file } = sourceOf(Buffer.from('x'))
  const store = new S3Store(s3.settings)
  s3.down = true
  for (const attempt of [() => store.open(key), () => store.has(key), () => store.put(key, file)])
    await expect(attempt()).rejects.toMatchObject({ code: 'DOCUMENT_STORE_UNAVAILABLE' })
  s3.down = false
  const stranger = new S3Store({ ...s3.settings, secretKey: 'another secret' })
  await expect(stranger.has(key)).rejects.toMatchObject({ code: 'DOCUMENT_STORE_UNAVAILABLE' })
  const nowhere = new S3Store({ ...s3.settings, endpoint: 'http://127.0.0.1:1' })
  await expect(nowhere.has(key)).rejects.toMatchObject({ code: 'DOCUMENT_STORE_UNAVAILABLE' })
})
