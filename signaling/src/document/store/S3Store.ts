// A store that speaks S3 (MinIO, Ceph, or a provider's), for installations with several machines. Addresses are path-style, which all
// of them know.
import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { AppError } from '@hoi-truong/shared/errors'
import { AwsClient } from 'aws4fetch'
import {
  assertKey,
  type ByteRange,
  type DocumentStore,
  FILE_KEY,
  type FileKey,
  type StoredFile,
} from './DocumentStore.ts'
import { readS3List } from './s3List.ts'

export interface S3Settings {
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
}

/** For the answer to begin; a file itself may take as long as its reader. */
const PATIENCE_MS = 15_000
/** For a whole file on its way there. */
const PUT_PATIENCE_MS = 120_000

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

export class S3Store implements DocumentStore {
  readonly #client: AwsClient
  readonly #base: string

  constructor({ endpoint, bucket, region, accessKey, secretKey }: S3Settings) {
    this.#client = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      region,
      service: 's3',
      retries: 2,
    })
    this.#base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`
  }

  /** @throws AppError DOCUMENT_STORE_UNAVAILABLE for everything but an answer of one of these */
  async #ask(
    path: string,
    init: RequestInit,
    expected: readonly number[],
    patienceMs = PATIENCE_MS,
  ): Promise<Response> {
    const patience = new AbortController()
    const timer = setTimeout(() => patience.abort(new Error('the store is silent')), patienceMs)
    try {
      const response = await this.#client.fetch(`${this.#base}${path}`, { ...init, signal: patience.signal })
      if (expected.includes(response.status)) return response
      await response.body?.cancel()
      throw new Error(`the store answered ${response.status} to ${init.method}`)
    } catch (cause) {
      throw new AppError('DOCUMENT_STORE_UNAVAILABLE', undefined, { cause })
    } finally {
      clearTimeout(timer)
    }
  }

  #pathOf(key: FileKey): string {
    assertKey(key)
    return `/${key}`
  }

  /** With the hash of what is sent: the store refuses what arrives otherwise. */
  async put(key: FileKey, source: string): Promise<void> {
    const path = this.#pathOf(key)
    const headers = { 'x-amz-content-sha256': await sha256Of(source) }
    const body = await openAsBlob(source)
    const response = await this.#ask(path, { method: 'PUT', headers, body }, [200, 201, 204], PUT_PATIENCE_MS)
    await response.body?.cancel()
  }

  async open(key: FileKey, range?: ByteRange): Promise<Readable | null> {
    const headers = range ? { range: `bytes=${range.from}-${range.to}` } : undefined
    const response = await this.#ask(this.#pathOf(key), { method: 'GET', ...(headers ? { headers } : {}) }, [
      range ? 206 : 200,
      404,
    ])
    if (response.status === 404 || !response.body) {
      await response.body?.cancel()
      return null
    }
    return Readable.fromWeb(response.body as ReadableStream)
  }

  async #putAt(key: FileKey): Promise<number | null> {
    const response = await this.#ask(this.#pathOf(key), { method: 'HEAD' }, [200, 404])
    return response.status === 404 ? null : Date.parse(response.headers.get('last-modified') ?? '')
  }

  async has(key: FileKey): Promise<boolean> {
    return (await this.#putAt(key)) !== null
  }

  async remove(key: FileKey, putBefore = Number.POSITIVE_INFINITY): Promise<void> {
    const putAt = await this.#putAt(key)
    if (putAt === null || putAt > putBefore) return
    const response = await this.#ask(this.#pathOf(key), { method: 'DELETE' }, [200, 204, 404])
    await response.body?.cancel()
  }

  async *list(): AsyncIterable<StoredFile> {
    let after: string | null = null
    do {
      const query = new URLSearchParams({
        'list-type': '2',
        ...(after === null ? {} : { 'continuation-token': after }),
      })
      const response = await this.#ask(`/?${query}`, { method: 'GET' }, [200])
      const { files, next } = readS3List(await response.text())
      for (const file of files) if (FILE_KEY.test(file.key)) yield file
      after = next
    } while (after !== null)
  }
}
