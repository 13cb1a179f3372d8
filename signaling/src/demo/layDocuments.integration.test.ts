// The demo meeting has its two papers, once, and they can be read.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { DirectoryStore } from '../document/store/DirectoryStore.ts'
import { openTestLog } from '../testing/log.ts'
import { layDocuments } from './layDocuments.ts'

test('laid twice, two documents', async () => {
  const log = await openTestLog()
  const [{ database, pipeline }] = log.nodes
  const DOCUMENT_DIR = mkdtempSync(path.join(tmpdir(), 'documents-'))
  const config = {
    DOCUMENT_DIR,
    DOCUMENT_S3_ENDPOINT: '',
    DOCUMENT_S3_BUCKET: '',
    DOCUMENT_S3_REGION: '',
    DOCUMENT_S3_ACCESS_KEY: '',
    DOCUMENT_S3_SECRET_KEY: '',
  }
  for (const _ of ['first', 'again']) await layDocuments(database, pipeline, log.sample, config)
  const documents = await database.document.findMany({ orderBy: { position: 'asc' } })
  expect(documents.map(({ name, type, pages }) => [name, type, pages])).toEqual([
    ['Dự thảo báo cáo tháng 10.pdf', 'pdf', 3],
    ['Dự thảo nghị quyết.docx', 'docx', null],
  ])
  expect(documents.every(({ itemId }) => itemId !== null)).toBe(true)
  const store = new DirectoryStore(DOCUMENT_DIR)
  for (const { sha256 } of documents) expect(await store.has(sha256)).toBe(true)
  expect(await store.has(`${documents[1]?.sha256}.text`)).toBe(true)
  await log.stop()
  rmSync(DOCUMENT_DIR, { recursive: true })
})
