// A document shown to the room page by page: who may, what ends it, who is told of a page, and what that costs on the wire.
import { randomUUID } from 'node:crypto'
import type { PostedDocument, ShownPage } from '@hoi-truong/shared/document'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asMeeting } from '../log/streamCache.ts'
import { bringBytes, type CountedLine } from '../testing/countedLine.ts'
import { announceMeeting } from '../testing/outsiders.ts'
import {
  command,
  connect,
  connectMember,
  member,
  signIn,
  startTestSignaling,
  type TestSignaling,
  type TestSocket,
  until,
} from '../testing/signaling.ts'
import { pdf } from './testing/pdfSamples.ts'
import { upload } from './testing/uploads.ts'
import { docx, paragraph } from './testing/zipSamples.ts'

let signaling: TestSignaling
let url: string
let chairToken: string
let meetingId: string
let report: PostedDocument['documentId']
let second: PostedDocument['documentId']
const sockets: TestSocket[] = []

beforeAll(async () => {
  signaling = await startTestSignaling({ MEMBER_BURST: '1000', MEMBER_REQUESTS_PER_SECOND: '1000' })
  url = signaling.server.url
  chairToken = await signIn(url, 'dv01')
})
afterAll(() => signaling.stop())
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})

const threePages = pdf({ pages: [['Một'], ['Hai'], ['Ba']] })

beforeEach(async () => {
  meetingId = await announceMeeting(signaling)
  const post = async (name: string) =>
    (await upload(url, chairToken, meetingId, threePages, { name })).document.documentId as string
  report = await post('Báo cáo.pdf')
  second = await post('Nghị quyết.pdf')
})

const state = async () =>
  asMeeting(await signaling.server.cache.read(signaling.server.database, meetingId)).state.everyone

type Heard = string

async function say(socket: TestSocket, type: string, payload: unknown = {}): Promise<Heard> {
  const answer = await socket.emitWithAck('command', command(type, meetingId, payload))
  return answer.ok ? 'ok' : answer.error.code
}

async function show(socket: TestSocket, shown: ShownPage, to = meetingId): Promise<Heard> {
  const answer = await socket.emitWithAck('showPage', { meetingId: to, shown })
  return answer.ok ? 'ok' : answer.error.code
}

interface Arrived {
  socket: TestSocket
  told: ShownPage[]
}

async function follow(socket: TestSocket): Promise<Arrived> {
  sockets.push(socket)
  const told: ShownPage[] = []
  socket.on('pageShown', (message) => message.streamId === meetingId && told.push(message.shown))
  await socket.emitWithAck('subscribe', { streamId: meetingId })
  return { socket, told }
}

async function arrive(who: string, at = url): Promise<Arrived> {
  const arrived = await follow(await connectMember(at, who))
  expect(await say(arrived.socket, 'attendance.enter')).toBe('ok')
  return arrived
}

async function present(socket: TestSocket, documentId = report): Promise<string> {
  const presentationId = randomUUID()
  expect(await say(socket, 'document.present', { presentationId, documentId })).toBe('ok')
  return presentationId
}

const page = (presentationId: string, number: number, pointer: ShownPage['pointer'] = null): ShownPage => ({
  presentationId,
  page: number,
  pointer,
})

describe('beginning and ending', () => {
  test('a PDF that can be read, by whoever is in the room and may show something', async () => {
    const chair = await arrive('dv01')
    const someone = await arrive('dv04')
    const payload = { presentationId: randomUUID(), documentId: report }
    // Before the opening people try things.
    expect(await say(someone.socket, 'document.present', payload)).toBe('ok')
    expect((await state()).presentation).toMatchObject({ ...payload, presenterId: member('dv04') })
    expect(await say(chair.socket, 'document.endPresentation', { presentationId: payload.presentationId })).toBe('ok')

    expect(await say(chair.socket, 'meeting.open')).toBe('ok')
    expect(await say(someone.socket, 'document.present', payload)).toBe('PRESENTING_NEEDS_FLOOR')
    expect(await say(chair.socket, 'document.present', { ...payload, documentId: randomUUID() })).toBe(
      'DOCUMENT_UNKNOWN',
    )
    const word = await upload(url, chairToken, meetingId, docx(paragraph('Chữ')), { name: 'Dự thảo.docx' })
    const { documentId } = word.document
    expect(await say(chair.socket, 'document.present', { ...payload, documentId })).toBe('DOCUMENT_NOT_PRESENTABLE')
    expect(await say(chair.socket, 'document.withdraw', { documentId: second, reason: 'Nhầm' })).toBe('ok')
    expect(await say(chair.socket, 'document.present', { ...payload, documentId: second })).toBe('DOCUMENT_WITHDRAWN')
    expect((await state()).presentation).toBeNull()
  })

  test('pressed twice it is one; another takes its place', async () => {
    const chair = await arrive('dv01')
    const first = await present(chair.socket)
    const [again, same] = [command('document.present', meetingId), randomUUID()]
    await Promise.all([present(chair.socket), present(chair.socket)])
    const wish = { ...again, payload: { presentationId: same, documentId: second } }
    for (const _ of [1, 2]) expect(await chair.socket.emitWithAck('command', wish)).toMatchObject({ ok: true })
    const begun = await signaling.server.database.event.findMany({
      where: { streamId: meetingId, type: 'document.presentationStarted' },
      orderBy: { seq: 'asc' },
    })
    expect(begun.map(({ payload }) => (payload as { presentationId: string }).presentationId)).toEqual([first, same])
    expect((await state()).presentation?.documentId).toBe(second)
  })

  test('it is ended by its presenter or the chair, by nobody else, and once', async () => {
    const [chair, secretary, someone] = [await arrive('dv01'), await arrive('dv14'), await arrive('dv04')]
    expect(await say(chair.socket, 'meeting.open')).toBe('ok')
    const end = { presentationId: await present(secretary.socket) }
    expect(await say(someone.socket, 'document.endPresentation', end)).toBe('PRESENTATION_NOT_YOURS')
    expect(await say(secretary.socket, 'document.endPresentation', end)).toBe('ok')
    expect(await say(secretary.socket, 'document.endPresentation', end)).toBe('PRESENTATION_UNKNOWN')
    const next = { presentationId: await present(secretary.socket) }
    expect(await say(chair.socket, 'document.endPresentation', end)).toBe('PRESENTATION_UNKNOWN')
    expect(await say(chair.socket, 'document.endPresentation', next)).toBe('ok')
  })

  test('it ends with its document, with its presenter’s leaving, with the meeting', async () => {
    const [chair, secretary] = [await arrive('dv01'), await arrive('dv14')]
    expect(await say(chair.socket, 'meeting.open')).toBe('ok')
    await present(secretary.socket)
    expect(await say(chair.socket, 'document.withdraw', { documentId: second, reason: 'Nhầm' })).toBe('ok')
    expect((await state()).presentation?.documentId).toBe(report)
    expect(await say(secretary.socket, 'attendance.leave')).toBe('ok')
    expect((await state()).presentation).toBeNull()

    await present(chair.socket)
    expect(await say(chair.socket, 'document.withdraw', { documentId: report, reason: 'Nhầm' })).toBe('ok')
    expect((await state()).presentation).toBeNull()

    const more = await upload(url, chairToken, meetingId, threePages, { name: 'Khác.pdf' })
    const last = await present(chair.socket, more.document.documentId)
    expect(await show(chair.socket, page(last, 2))).toBe('ok')
    expect(await say(chair.socket, 'meeting.close')).toBe('ok')
    expect((await state()).presentation).toBeNull()
    expect(await show(chair.socket, page(last, 3))).toBe('PRESENTATION_UNKNOWN')
    expect((await follow(await connectMember(url, 'dv06'))).told).toEqual([])
  })
})

describe('the page that is shown', () => {
  test('reaches everybody who follows, the presenter’s other device and whoever comes later; not who said it', async () => {
    const [chair, someone] = [await arrive('dv01'), await arrive('dv04')]
    const looksOn = await follow(await connectMember(url, 'dv05'))
    const otherDevice = await follow(await connect(url, chairToken))
    const id = await present(chair.socket)
    const said = [page(id, 1), page(id, 2), page(id, 2, { x: 0.25, y: 0.5 }), page(id, 3)]
    for (const shown of said) expect(await show(chair.socket, shown)).toBe('ok')
    const all = [someone, looksOn, otherDevice]
    await until(() => all.every(({ told }) => told.length === said.length))
    expect(all.map(({ told }) => told)).toEqual([said, said, said])
    expect(chair.told).toEqual([])
    expect((await follow(await connectMember(url, 'dv06'))).told).toEqual([page(id, 3)])
    // And the presenter's own page after a reload.
    expect((await follow(await connect(url, chairToken))).told).toEqual([page(id, 3)])
  })

  test('is the presenter’s, of the presentation that is on, and one that the document has', async () => {
    const [chair, secretary] = [await arrive('dv01'), await arrive('dv14')]
    const looksOn = await follow(await connectMember(url, 'dv05'))
    const id = await present(chair.socket)
    expect(await show(secretary.socket, page(id, 2))).toBe('PRESENTATION_NOT_YOURS')
    expect(await show(chair.socket, page(randomUUID(), 2))).toBe('PRESENTATION_UNKNOWN')
    expect(await show(chair.socket, page(id, 4))).toBe('REQUEST_MALFORMED')
    expect(await show(chair.socket, page(id, 3))).toBe('ok')
    const next = await present(secretary.socket, second)
    expect(await show(chair.socket, page(id, 1))).toBe('PRESENTATION_UNKNOWN')
    expect(await show(chair.socket, page(next, 1))).toBe('PRESENTATION_NOT_YOURS')
    // The last page was the first presentation's, and is forgotten with it.
    expect((await follow(await connectMember(url, 'dv06'))).told).toEqual([])
    expect(await show(secretary.socket, page(next, 2))).toBe('ok')
    await until(() => looksOn.told.length === 2)
    expect(looksOn.told).toEqual([page(id, 3), page(next, 2)])
  })

  test('is not said more often than a pointer moves', async () => {
    const chair = await arrive('dv01')
    const id = await present(chair.socket)
    const answers = await Promise.all(Array.from({ length: 60 }, () => show(chair.socket, page(id, 1, { x: 0, y: 0 }))))
    expect(answers).toContain('TOO_MANY_REQUESTS')
    expect(answers).toContain('ok')
  })

  test('is known again after a restart of signaling as soon as the presenter says it, and a presentation goes on meanwhile', async () => {
    const chair = await arrive('dv01')
    const id = await present(chair.socket)
    expect(await show(chair.socket, page(id, 2))).toBe('ok')
    // Another process on the same database knows what the log has.
    const other = await signaling.startNode()
    const again = await arrive('dv01', other.url)
    expect(again.told).toEqual([])
    expect(await show(again.socket, page(id, 2))).toBe('ok')
    expect((await follow(await connectMember(other.url, 'dv04'))).told).toEqual([page(id, 2)])
    // What ends elsewhere is over here as well, a moment later.
    expect(await say(chair.socket, 'document.endPresentation', { presentationId: id })).toBe('ok')
    await until(async () => (await show(again.socket, page(id, 3))) === 'PRESENTATION_UNKNOWN')
    await other.stop()
  })
})

test('a turn of the page costs a viewer a few hundred bytes on the wire, where a picture of it would cost a hundred thousand', async () => {
  const chair = await arrive('dv01')
  let line: CountedLine | undefined
  try {
    line = await bringBytes(url)
    const viewer = await follow(await connectMember(line.url, 'dv04'))
    const id = await present(chair.socket)
    await until(() => line?.isQuiet())
    const before = line.received()
    const turns = 12
    for (let turn = 0; turn < turns; turn += 1) {
      const [at, pointer] = [(turn % 3) + 1, { x: 0.123, y: 0.456 }]
      expect(await show(chair.socket, page(id, at, turn % 2 === 0 ? null : pointer))).toBe('ok')
      await until(() => viewer.told.length === turn + 1)
    }
    const each = Math.round((line.received() - before) / turns)
    process.stdout.write(`presenting: ${each} bytes a page turn for each viewer\n`)
    expect(each).toBeLessThan(300)
  } finally {
    await line?.close()
  }
})
