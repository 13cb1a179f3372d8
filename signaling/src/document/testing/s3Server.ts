// A mock of an S3 server: the few requests that the store makes, over HTTP, with signatures checked by an own reading of AWS's
// Signature Version 4 rather than by the library that makes them. It is no MinIO: it keeps everything in memory and forgets it.
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Settings } from '../store/S3Store.ts'

export interface S3Server {
  settings: S3Settings
  /** Answered with 503 while true. */
  down: boolean
  stop: () => Promise<void>
}

const PAGE = 2
const SECRET = 'secret-of-the-mock'
const ACCESS = 'ACCESSOFTHEMOCK'
const REGION = 'hn-1'
const BUCKET = 'tai-lieu'

const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')
const mac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()

function signatureOf(request: IncomingMessage, signedHeaders: string, date: string): string {
  const url = new URL(request.url ?? '/', 'http://x')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const canonical = [
    request.method,
    url.pathname,
    query,
    headers.join(''),
    signedHeaders,
    request.headers['x-amz-content-sha256'],
  ].join('\n')
  const day = date.slice(0, 8)
  const scope = `${day}/${REGION}/s3/aws4_request`
  const key = [REGION, 's3', 'aws4_request'].reduce(
    (before: Buffer, part) => mac(before, part),
    mac(`AWS4${SECRET}`, day),
  )
  return mac(key, ['AWS4-HMAC-SHA256', date, scope, hash(canonical)].join('\n')).toString('hex')
}

function isSigned(request: IncomingMessage): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
  const [, access, , region, signed, signature] = form.exec(request.headers.authorization ?? '') ?? []
  const date = String(request.headers['x-amz-date'])
  if (access !== ACCESS || region !== REGION || !signed?.includes('x-amz-content-sha256')) return false
  return signatureOf(request, signed, date) === signature
}

interface Kept {
  bytes: Buffer
  at: Date
}

function listOf(files: ReadonlyMap<string, Kept>, after: string | null): string {
  const keys = [...files.keys()].sort().filter((key) => after === null || key > after)
  const page = keys.slice(0, PAGE)
  const next = keys.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  const contents = page.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>${files.get(key)?.at.toISOString()}</LastModified></Contents>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${contents.join('')}${next}</ListBucketResult>`
}

function sendFile(response: ServerResponse, { bytes, at }: Kept, range: string | undefined): void {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
  response.setHeader('last-modified', at.toUTCString())
  if (from === undefined) response.writeHead(200).end(bytes)
  else response.writeHead(206).end(bytes.subarray(Number(from), Number(to) + 1))
}

export async function startS3Server(): Promise<S3Server> {
  const files = new Map<string, Kept>()
  const state = { down: false }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const body = await buffer(request)
    if (state.down) return response.writeHead(503).end()
    if (!isSigned(request)) return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    const url = new URL(request.url ?? '/', 'http://x')
    const [, bucket, key = ''] = url.pathname.split('/')
    if (bucket !== BUCKET) return response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>')
    if (key === '') return response.writeHead(200).end(listOf(files, url.searchParams.get('continuation-token')))
    const kept = files.get(key)
    if (request.method === 'PUT') {
      if (hash(body) !== request.headers['x-amz-content-sha256']) return response.writeHead(400).end()
      files.set(key, { bytes: body, at: new Date() })
      return response.writeHead(200).end()
    }
    if (request.method === 'DELETE') files.delete(key)
    if (request.method === 'DELETE') return response.writeHead(204).end()
    if (!kept) return response.writeHead(404).end()
    return sendFile(response, kept, request.headers.range)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: BUCKET,
      region: REGION,
      accessKey: ACCESS,
      secretKey: SECRET,
    },
    get down() {
      return state.down
    },
    set down(value) {
      state.down = value
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
