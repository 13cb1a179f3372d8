// Documents over HTTP: posted by those who lead, read by whoever may see the meeting, refused in words.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import type { DocumentOpenings, DocumentText } from '@hoi-truong/shared/document'
import type { LogEvent } from '@hoi-truong/shared/log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeClock } from '../../../scripts/testing/clock.ts'
import { asMeeting } from '../log/streamCache.ts'
import { asServer, layOutsiders, type Outsiders, SUSPENDED } from '../testing/outsiders.ts'
import { planFor } from '../testing/plans.ts'
import { command, member, signIn, startTestSignaling, type TestSignaling, until } from '../testing/signaling.ts'
import { actualTables, expectedTables } from '../testing/tables.ts'
import { encryptedPdf, pdf } from './testing/pdfSamples.ts'
import { png } from './testing/pictureSamples.ts'
import { type Answer, read, type UploadWish, upload } from './testing/uploads.ts'
import { docx, docxBomb, paragraph } from './testing/zipSamples.ts'

let signaling: TestSignaling
let outsiders: Outsiders
let url: string
let meetingId: string
let chair: string
let minutesSecretary: string
let someone: string

beforeAll(async () => {
  signaling = await startTestSignaling({ MEMBER_BURST: '1000', MEMBER_REQUESTS_PER_SECOND: '1000' })
  outsiders = await layOutsiders(signaling)
  url = signaling.server.url
  meetingId = outsiders.meetingId
  chair = await signIn(url, 'dv01')
  minutesSecretary = await signIn(url, 'dv14')
  someone = await signIn(url, 'dv04')
})
afterAll(() => signaling.stop())

const post = (file: Buffer, wish: UploadWish = {}, token = chair, to = meetingId): Promise<Answer> =>
  upload(url, token, to, file, wish)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const filesBeingReceived = (): string[] => readdirSync(path.join(signaling.config.DOCUMENT_DIR, 'incoming'))
const give = (token: string, type: string, payload: unknown, to = meetingId): Promise<Response> =>
  fetch(`${url}/api/v1/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...command(type, to, payload), validUntil: undefined }),
  })
const openings = async (): Promise<DocumentOpenings['openings']> =>
  ((await (await read(url, chair, meetingId, 'openings')).json()) as DocumentOpenings).openings
const newMeeting = async (more = {}): Promise<string> => {
  const id = randomUUID()
  await asServer(signaling.server, 'meeting.draft', id, planFor(signaling.sample, more))
  return id
}

describe('posting', () => {
  test('a PDF of 20 MB arrives whole, is in the log without its content, and every member reads it', async () => {
    const file = pdf({ pages: [['Dự thảo báo cáo'], ['Trang hai']], ballast: 20 * 2 ** 20 })
    const itemId = signaling.sample.plan.agenda[3]?.itemId ?? ''
    const answer = await post(file, { name: 'Dự thảo báo cáo tháng 10.pdf', itemId })
    expect(answer).toMatchObject({ status: 200, code: 'ok' })
    expect(answer.document).toMatchObject({
      itemId,
      name: 'Dự thảo báo cáo tháng 10.pdf',
      type: 'pdf',
      bytes: file.length,
      sha256: sha256(file),
      pages: 2,
    })
    const { entries } = (await (
      await fetch(`${url}/api/v1/meetings/${meetingId}/events`, { headers: { authorization: `Bearer ${someone}` } })
    ).json()) as { entries: LogEvent[] }
    expect(entries.find(({ seq }) => seq === answer.seq)).toMatchObject({
      type: 'document.posted',
      actorId: member('dv01'),
      payload: answer.document,
    })
    const response = await read(url, someone, meetingId, `${answer.document.documentId}/content`)
    expect(response.headers.get('content-length')).toBe(String(file.length))
    expect(sha256(await response.bytes())).toBe(sha256(file))
    expect(filesBeingReceived()).toEqual([])
  })

  test('the minutes secretary posts too, a picture, to the meeting as a whole', async () => {
    const answer = await post(png(), { name: 'Ảnh.png' }, minutesSecretary)
    expect(answer.document).toMatchObject({ type: 'png', pages: null, itemId: null })
  })

  test('the text of a DOCX is there for reading', async () => {
    const { document } = await post(docx(paragraph('Kính gửi các đồng chí')), { name: 'Thư.docx' })
    const response = await read(url, someone, meetingId, `${document.documentId}/text`)
    expect((await response.json()) as DocumentText).toEqual({
      blocks: [{ kind: 'paragraph', text: 'Kính gửi các đồng chí' }],
    })
    const { document: plain } = await post(png(), { name: 'x.png' })
    expect((await read(url, someone, meetingId, `${plain.documentId}/text`)).status).toBe(404)
  })

  test.each<[string, () => Buffer, number, string]>([
    ['a program called .pdf', () => Buffer.concat([Buffer.from('MZ'), randomBytes(5_000)]), 415, 'DOCUMENT_TYPE_WRONG'],
    ['a zip bomb called .docx', () => docxBomb(120), 422, 'DOCUMENT_BOMB'],
    ['a broken PDF', () => pdf().subarray(0, 700), 422, 'DOCUMENT_BROKEN'],
    ['a PDF with a password', encryptedPdf, 422, 'DOCUMENT_ENCRYPTED'],
    ['a PDF that is marked secret', () => pdf({ pages: [['MẬT']] }), 422, 'DOCUMENT_MARKED_SECRET'],
    ['an empty file', () => Buffer.alloc(0), 422, 'DOCUMENT_BROKEN'],
    ['more than there may be', () => pdf({ ballast: 26 * 2 ** 20 }), 413, 'DOCUMENT_TOO_LARGE'],
  ])('%s is refused and leaves nothing', async (_what, file, status, code) => {
    const bytes = file()
    expect(await post(bytes)).toMatchObject({ status, code })
    expect(filesBeingReceived()).toEqual([])
    const kept = readdirSync(signaling.config.DOCUMENT_DIR, { recursive: true, encoding: 'utf8' })
    expect(kept.some((name) => name.includes(sha256(bytes)))).toBe(false)
  })

  test('more than there may be is refused also when it comes without saying how much', async () => {
    const send = request(`${url}/api/v1/meetings/${meetingId}/documents?documentId=${randomUUID()}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${chair}`, 'content-type': 'application/octet-stream' },
    })
    send.on('error', () => undefined)
    const answered = new Promise<string>((resolve, reject) => {
      send.on('response', (response) => {
        let text = ''
        response.on('data', (piece) => {
          text += piece
        })
        response.on('end', () => resolve(text))
      })
      send.on('close', () => reject(new Error('closed without an answer')))
    })
    for (let sent = 0; sent < 27; sent += 1) send.write(randomBytes(2 ** 20))
    send.end()
    expect(JSON.parse(await answered)).toEqual({ error: { code: 'DOCUMENT_TOO_LARGE', params: { megabytes: 25 } } })
    await until(() => filesBeingReceived().length === 0)
  })

  test('an upload that breaks off leaves nothing, and can be sent again under its id', async () => {
    const documentId = randomUUID()
    const file = pdf({ ballast: 3 * 2 ** 20 })
    const send = request(`${url}/api/v1/meetings/${meetingId}/documents?documentId=${documentId}&name=x.pdf`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${chair}`,
        'content-type': 'application/octet-stream',
        'content-length': file.length,
      },
    })
    send.on('error', () => undefined)
    send.write(file.subarray(0, 2 ** 20))
    await until(() => filesBeingReceived().length > 0)
    send.destroy()
    await until(() => filesBeingReceived().length === 0)
    expect(await post(file, { documentId })).toMatchObject({ code: 'ok' })
  })

  test('the same upload again has the same answer; another file under its id is refused', async () => {
    const documentId = randomUUID()
    const file = pdf({ pages: [['Một']] })
    const first = await post(file, { documentId })
    expect(await post(file, { documentId })).toEqual(first)
    expect(await Promise.all([post(file, { documentId }), post(file, { documentId })])).toEqual([first, first])
    expect(await post(pdf({ pages: [['Hai']] }), { documentId })).toMatchObject({ code: 'DOCUMENT_ID_REUSED' })
    expect(await post(file, { documentId }, minutesSecretary)).toMatchObject({ code: 'DOCUMENT_ID_REUSED' })
    const itemId = signaling.sample.plan.agenda[0]?.itemId ?? ''
    expect(await post(file, { documentId, itemId })).toMatchObject({ code: 'DOCUMENT_ID_REUSED' })
  })

  test('two who send it at once under one id: one document', async () => {
    const documentId = randomUUID()
    const file = pdf({ pages: [['Cùng lúc']] })
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(file, { documentId })))
    expect(new Set(answers.map(({ code, seq }) => `${code} ${seq}`)).size).toBe(1)
    expect(await signaling.server.database.document.count({ where: { documentId } })).toBe(1)
  })

  test.each<[string, string]>([
    ['../../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\bi-thu\\Dự thảo.pdf', 'Dự thảo.pdf'],
    ['báo\u0000cáo\n.pdf', 'báo cáo .pdf'],
    ['hóa đơn\u202efdp.exe', 'hóa đơn fdp.exe.pdf'],
    ['', 'Tài liệu.pdf'],
    ['....', 'Tài liệu.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1) .pdf'],
    ['"; filename=evil.exe', '; filename=evil.exe.pdf'],
    ['Nghị quyết 📄.pdf', 'Nghị quyết 📄.pdf'],
  ])('the name %j is kept as %j', async (name, kept) => {
    const { document } = await post(pdf(), { name })
    expect(document.name).toBe(kept)
    const { headers } = await read(url, someone, meetingId, `${document.documentId}/content`)
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="[\w .()=-]+"; filename\*=UTF-8''[\w.%~-]+$/)
    const encoded = headers.get('content-disposition')?.split("UTF-8''")[1] ?? ''
    expect(decodeURIComponent(encoded)).toBe(kept)
  })

  test('a name of 5,000 characters is shortened and keeps its ending', async () => {
    const { document } = await post(pdf(), { name: `${'a'.repeat(5_000)}.pdf` })
    expect(document.name).toBe(`${'a'.repeat(195)}….pdf`)
  })
})

describe('who may', () => {
  test.each<[string, () => string | Promise<string>, string]>([
    ['a member without office', () => someone, 'FORBIDDEN'],
    ['the follower from above', () => signIn(url, 'db01'), 'FORBIDDEN'],
    ['a suspended member', () => signIn(url, SUSPENDED), 'FORBIDDEN'],
    ['the secretary of another branch', () => outsiders.strangerToken(), 'MEETING_NOT_MEMBER'],
  ])('%s posts nothing, whatever the file, and is told before it is read', async (_who, token, code) => {
    expect(await post(pdf({ ballast: 2 ** 20 }), {}, await token())).toMatchObject({ code })
    expect(filesBeingReceived()).toEqual([])
  })

  test('nobody reads a document of a meeting that is none of theirs', async () => {
    const { document } = await post(pdf())
    const rest = `${document.documentId}/content`
    expect((await read(url, await outsiders.strangerToken(), meetingId, rest)).status).toBe(403)
    expect((await read(url, await signIn(url, SUSPENDED), meetingId, rest)).status).toBe(403)
    expect((await read(url, await signIn(url, 'db01'), meetingId, rest)).status).toBe(200)
    expect((await read(url, chair, await newMeeting(), rest)).status).toBe(404)
    expect((await read(url, chair, meetingId, `${randomUUID()}/content`)).status).toBe(404)
  })

  test('what belongs to a draft is the committee’s until it is announced', async () => {
    const draft = await newMeeting()
    const { document } = await post(pdf(), {}, chair, draft)
    const rest = `${document.documentId}/content`
    expect((await read(url, someone, draft, rest)).status).toBe(403)
    expect((await read(url, await signIn(url, 'dv02'), draft, rest)).status).toBe(200)
    await asServer(signaling.server, 'meeting.announce', draft, { basedOn: 1 })
    expect((await read(url, someone, draft, rest)).status).toBe(200)
  })

  test('an item that there is not, a meeting that is called off, and the two-hundred-and-first are refused', async () => {
    expect(await post(pdf(), { itemId: randomUUID() })).toMatchObject({ status: 404, code: 'AGENDA_ITEM_UNKNOWN' })
    const calledOff = await newMeeting()
    await give(chair, 'meeting.cancel', { reason: 'Mưa bão' }, calledOff)
    expect(await post(pdf(), {}, chair, calledOff)).toMatchObject({ status: 409, code: 'MEETING_CANCELLED' })
    const full = await newMeeting()
    const facts = { itemId: null, name: 'x.pdf', type: 'pdf', bytes: 1, sha256: 'a'.repeat(64), pages: 1 }
    const actor = { kind: 'member', memberId: member('dv01'), connectionId: null, nodeId: 'test' } as const
    await Promise.all(
      Array.from({ length: 200 }, () => {
        const id = randomUUID()
        const payload = { ...facts, documentId: id }
        return signaling.server.pipeline.submit({
          actor,
          id,
          type: 'document.post',
          streamId: full,
          payload,
          validUntil: undefined,
          bodyHash: id.replaceAll('-', '').repeat(2),
        })
      }),
    )
    expect(await post(pdf(), {}, chair, full)).toMatchObject({ code: 'DOCUMENT_LIMIT', params: { most: 200 } })
  })
})

describe('reading', () => {
  test('in parts, as readers of PDF do', async () => {
    const file = pdf({ ballast: 100_000 })
    const { document } = await post(file)
    const part = async (range: string, more: Record<string, string> = {}) => {
      const response = await read(url, someone, meetingId, `${document.documentId}/content`, { range, ...more })
      return { status: response.status, range: response.headers.get('content-range'), bytes: await response.bytes() }
    }
    const middle = await part('bytes=1000-1999')
    expect(middle).toMatchObject({ status: 206, range: `bytes 1000-1999/${file.length}` })
    expect(Buffer.from(middle.bytes).equals(file.subarray(1_000, 2_000))).toBe(true)
    expect(Buffer.from((await part('bytes=-10')).bytes).equals(file.subarray(-10))).toBe(true)
    expect((await part(`bytes=${file.length - 1}-`)).bytes).toHaveLength(1)
    expect(await part(`bytes=${file.length}-`)).toMatchObject({ status: 416, range: `bytes */${file.length}` })
    for (const range of ['bytes=5-1', 'bytes=a-b', 'lines=1-2', 'bytes=0-1,5-6', 'bytes=-'])
      expect(await part(range), range).toMatchObject({ status: 200 })
    const fresh = { 'if-range': `"${document.sha256}"` }
    expect(await part('bytes=0-0', fresh)).toMatchObject({ status: 206 })
    expect(await part('bytes=0-0', { 'if-range': '"old"' })).toMatchObject({ status: 200 })
  })

  test('as what it is and nothing else; not again what is there already', async () => {
    const { document } = await post(pdf(), { name: 'Dự thảo nghị quyết.pdf' })
    const rest = `${document.documentId}/content`
    const { headers } = await read(url, someone, meetingId, rest)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
      etag: `"${document.sha256}"`,
    })
    const again = await read(url, someone, meetingId, rest, { 'if-none-match': `"${document.sha256}"` })
    expect([again.status, (await again.bytes()).length]).toEqual([304, 0])
  })

  test('what was withdrawn is gone for all, and its line stays', async () => {
    const { document } = await post(docx(paragraph('x')), { name: 'x.docx' })
    const { documentId } = document
    expect((await give(someone, 'document.withdraw', { documentId, reason: 'Đăng nhầm' })).status).toBe(403)
    expect((await give(minutesSecretary, 'document.withdraw', { documentId, reason: 'Đăng nhầm' })).status).toBe(200)
    expect((await give(chair, 'document.withdraw', { documentId, reason: 'Lần nữa' })).status).toBe(200)
    for (const rest of ['content', 'text']) {
      const response = await read(url, chair, meetingId, `${documentId}/${rest}`)
      expect([response.status, await response.json()]).toEqual([410, { error: { code: 'DOCUMENT_WITHDRAWN' } }])
    }
    const row = await signaling.server.database.document.findUniqueOrThrow({
      where: { meetingId_documentId: { meetingId, documentId } },
    })
    expect(row).toMatchObject({ withdrawnReason: 'Đăng nhầm', withdrawnAt: expect.any(Date) })
    const { cache, database } = signaling.server
    const { state } = asMeeting(await cache.read(database, meetingId))
    expect((await actualTables(database, meetingId)).documents).toEqual(expectedTables(state).documents)
  })
})

describe('openings', () => {
  test('are noted once for a reading, whoever reads, again after a minute; those who lead see them', async () => {
    const clock = await takeClock(signaling.testDatabase.ownerUrl)
    const other = await signaling.startNode()
    const { document } = await post(pdf({ ballast: 50_000 }))
    const rest = `${document.documentId}/content`
    const own = async () => (await openings()).filter(({ documentId }) => documentId === document.documentId)
    expect(await own()).toEqual([])
    await read(url, someone, meetingId, rest)
    for (const range of ['bytes=1000-1999', 'bytes=0-99']) await read(url, someone, meetingId, rest, { range })
    await read(other.url, someone, meetingId, rest)
    await read(url, chair, meetingId, rest)
    expect(await own()).toMatchObject([
      { memberId: member('dv04'), times: 1 },
      { memberId: member('dv01'), times: 1, name: expect.stringMatching(/\S/) },
    ])
    await clock.shift(120)
    // A part of what is open, then the whole, on a node that has noted neither yet.
    const third = await signaling.startNode()
    await read(third.url, someone, meetingId, rest, { range: 'bytes=1000-1999' })
    expect((await own())[0]).toMatchObject({ times: 1 })
    await clock.shift(240)
    await read((await signaling.startNode()).url, someone, meetingId, rest)
    const [first] = await own()
    expect(first?.times).toBe(2)
    expect(Date.parse(first?.lastAt ?? '') - Date.parse(first?.firstAt ?? '')).toBeGreaterThan(200_000)
    await clock.shift(0)
    await clock.stop()
  })

  test('members without office are not told who has read', async () => {
    expect((await read(url, someone, meetingId, 'openings')).status).toBe(403)
    expect((await read(url, await signIn(url, 'dv03'), meetingId, 'openings')).status).toBe(200)
  })
})
