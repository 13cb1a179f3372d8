// The same way from upload to reading with a store that speaks S3 (a mock that checks signatures), and what is told while it is down.
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'
import { type S3Server, startS3Server } from './testing/s3Server.ts'
import { read, upload } from './testing/uploads.ts'
import { docx, paragraph } from './testing/zipSamples.ts'

let s3: S3Server
let signaling: TestSignaling

beforeAll(async () => {
  s3 = await startS3Server()
  signaling = await startTestSignaling({
    DOCUMENT_S3_ENDPOINT: s3.settings.endpoint,
    DOCUMENT_S3_BUCKET: s3.settings.bucket,
    DOCUMENT_S3_REGION: s3.settings.region,
    DOCUMENT_S3_ACCESS_KEY: s3.settings.accessKey,
    DOCUMENT_S3_SECRET_KEY: s3.settings.secretKey,
  })
})
afterAll(async () => {
  await signaling.stop()
  await s3.stop()
})

test('posted, read whole, in part and as text; nothing of it on this machine', async () => {
  const { server, meetingId, config } = signaling
  const token = await signIn(server.url, 'dv01')
  const file = docx(paragraph('Kính gửi'))
  s3.down = true
  expect(await upload(server.url, token, meetingId, file)).toMatchObject({
    status: 503,
    code: 'DOCUMENT_STORE_UNAVAILABLE',
  })
  expect(await server.database.document.count()).toBe(0)
  s3.down = false
  const { code, document } = await upload(server.url, token, meetingId, file, { name: 'Thư.docx' })
  expect(code).toBe('ok')
  const content = `${document.documentId}/content`
  expect(Buffer.from(await (await read(server.url, token, meetingId, content)).bytes()).equals(file)).toBe(true)
  const part = await read(server.url, token, meetingId, content, { range: 'bytes=10-19' })
  expect([part.status, Buffer.from(await part.bytes()).equals(file.subarray(10, 20))]).toEqual([206, true])
  expect(await (await read(server.url, token, meetingId, `${document.documentId}/text`)).json()).toEqual({
    blocks: [{ kind: 'paragraph', text: 'Kính gửi' }],
  })
  expect(readdirSync(config.DOCUMENT_DIR, { recursive: true })).toEqual(['incoming'])
  s3.down = true
  expect((await read(server.url, token, meetingId, content)).status).toBe(503)
})
