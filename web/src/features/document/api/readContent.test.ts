// A document comes part by part, over a line that breaks and with a token that runs out.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { session } from '../../account/api/session.ts'
import { contentReader, readWhole } from './readContent.ts'

const file = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251)
type Way = 'part' | 'whole' | 'silence' | 'short' | { status: number; code: string }

let asked: { range: string | null; token: string | null }[]
let ways: Way[]
let silences: number

beforeEach(() => {
  asked = []
  ways = []
  silences = 0
  let tokens = 0
  vi.spyOn(session, 'accessToken').mockImplementation(async () => `token-${tokens}`)
  vi.spyOn(session, 'refuse').mockImplementation(() => {
    tokens += 1
  })
  vi.stubGlobal('fetch', async (_address: string, { headers }: RequestInit) => {
    const sent = new Headers(headers)
    const range = sent.get('range')
    asked.push({ range, token: sent.get('authorization') })
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
    const part = file.slice(Number(first), Number(last) + 1)
    const way = ways.shift() ?? 'part'
    if (way === 'silence') throw new TypeError('network')
    if (way === 'whole') return new Response(file)
    if (way === 'short') return new Response(part.slice(1), { status: 206 })
    if (way === 'part') return new Response(part, { status: 206 })
    return new Response(JSON.stringify({ error: { code: way.code } }), { status: way.status })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const reader = (signal = new AbortController().signal) =>
  contentReader('meeting', 'document', {
    signal,
    onSilence: () => {
      silences += 1
    },
  })

it('asks for the part that is wanted, and for no more', async () => {
  expect(await reader()(1_000, 1_010)).toEqual(file.slice(1_000, 1_010))
  expect(asked).toEqual([{ range: 'bytes=1000-1009', token: 'Bearer token-0' }])
})

it('takes its part out of the whole where something on the way left out the range', async () => {
  ways = ['whole']
  expect(await reader()(1_000, 1_010)).toEqual(file.slice(1_000, 1_010))
})

it('asks again after a break, and after a part that came short', async () => {
  ways = ['silence', 'short']
  expect(await reader()(0, 10)).toEqual(file.slice(0, 10))
  expect(asked).toHaveLength(3)
  expect(silences).toBe(2)
})

it('goes on with a new token when the old one has run out', async () => {
  ways = [{ status: 401, code: 'TOKEN_EXPIRED' }]
  expect(await reader()(0, 10)).toHaveLength(10)
  expect(asked.map(({ token }) => token)).toEqual(['Bearer token-0', 'Bearer token-1'])
  expect(silences).toBe(0)
})

it('says that the document was withdrawn, and asks no more', async () => {
  ways = [{ status: 410, code: 'DOCUMENT_WITHDRAWN' }]
  await expect(reader()(0, 10)).rejects.toMatchObject({ code: 'DOCUMENT_WITHDRAWN' })
  expect(asked).toHaveLength(1)
})

it('puts a whole file together and tells how much is there', async () => {
  const told: number[] = []
  const parts = await readWhole(reader(), file.length, new AbortController().signal, (share) => told.push(share))
  expect(new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())).toEqual(file)
  expect(told.at(-1)).toBe(1)
  expect(told).toEqual([...told].sort())
})
