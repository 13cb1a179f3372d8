// The threads: several files in their turn, and those that were made to take all time or all memory.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AppError } from '@hoi-truong/shared/errors'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { pdf, pdfBomb } from '../testing/pdfSamples.ts'
import { docx, paragraph } from '../testing/zipSamples.ts'
import { Inspector } from './Inspector.ts'

// A thread begins with reading pdf.js, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(path.join(tmpdir(), 'inspector-'))
let inspector: Inspector | undefined
afterEach(() => inspector?.stop())
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string, bytes: Buffer): string => {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

test('ten files at once, two threads: each gets its own answer', async () => {
  inspector = new Inspector()
  const files = Array.from({ length: 10 }, (_, n) =>
    n % 2 === 0
      ? fileOf(`${n}.pdf`, pdf({ pages: Array.from({ length: n + 1 }, () => ['Trang']) }))
      : fileOf(`${n}.docx`, docx(paragraph(`Tệp ${n}`))),
  )
  const findings = await Promise.all(files.map((file) => inspector?.inspect(file, path.basename(file))))
  expect(findings.map((finding) => finding?.pages ?? finding?.text?.blocks)).toEqual(
    files.map((_, n) => (n % 2 === 0 ? n + 1 : [{ kind: 'paragraph', text: `Tệp ${n}` }])),
  )
})

test('a page that unpacks without end is given up, and the next file is inspected', async () => {
  inspector = new Inspector({ atOnce: 1, mostExternalBytes: 64 * 2 ** 20 })
  const bomb = inspector.inspect(fileOf('bomb.pdf', pdfBomb(200)), 'bomb.pdf')
  const next = inspector.inspect(fileOf('next.pdf', pdf()), 'next.pdf')
  expect(await codeOf(bomb)).toBe('DOCUMENT_BOMB')
  expect(await next).toMatchObject({ type: 'pdf', pages: 1 })
})

test('so is one that takes too long', async () => {
  inspector = new Inspector({ atOnce: 1, timeoutMs: 1 })
  expect(await codeOf(inspector.inspect(fileOf('slow.pdf', pdf()), 'slow.pdf'))).toBe('DOCUMENT_BOMB')
})

test('one that needs more heap than there is ends its thread, not the program', async () => {
  inspector = new Inspector({ atOnce: 1, heapMb: 24 })
  const long = docx(Array.from({ length: 200_000 }, () => paragraph('')).join('') + paragraph('x'.repeat(1_900_000)))
  expect(await codeOf(inspector.inspect(fileOf('long.docx', long), 'long.docx'))).toMatch(/^(ok|DOCUMENT_BOMB)$/)
})

test('a file that is gone is a fault of ours; the next file is inspected', async () => {
  inspector = new Inspector({ atOnce: 1 })
  expect(await codeOf(inspector.inspect(path.join(folder, 'none'), 'none.pdf'))).toBe(
    'Error: a received file could not be read: ENOENT',
  )
  expect(await inspector.inspect(fileOf('after.pdf', pdf()), 'after.pdf')).toMatchObject({ pages: 1 })
})

test('whoever waits when everything stops is told so', async () => {
  inspector = new Inspector({ atOnce: 1 })
  const file = fileOf('stop.pdf', pdf())
  const both = [inspector.inspect(file, 'a.pdf'), inspector.inspect(file, 'b.pdf')].map(codeOf)
  await inspector.stop()
  expect(await Promise.all(both)).toEqual(['DOCUMENT_STORE_UNAVAILABLE', 'DOCUMENT_STORE_UNAVAILABLE'])
})
