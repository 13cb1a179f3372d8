// An import as an administrator does it, on a real PostgreSQL: what is wrong writes nothing, a repeat is a repeat, nobody reaches out of
// their subtree.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../database/client.ts'
import { demoId } from '../../demo/demoId.ts'
import { giveTo, laySiblings, type Siblings } from '../../testing/organizations.ts'
import { connect, signIn, startTestSignaling, type TestSignaling, until } from '../../testing/signaling.ts'
import { openSessions } from '../../testing/tokens.ts'
import { branchRow, filesOf, Importer, type Listed, personRow, workbookOf } from './testing/lists.ts'

const PROVINCE = demoId('99')
const COMMUNE = demoId('99.000.001')

let signaling: TestSignaling
let siblings: Siblings
let database: Database
let importer: Importer
let prefix = 0

beforeAll(async () => {
  signaling = await startTestSignaling({ MEMBER_BURST: '100000', MEMBER_REQUESTS_PER_SECOND: '100000' })
  database = signaling.server.database
  siblings = await laySiblings(giveTo(signaling.server), PROVINCE, COMMUNE)
  importer = new Importer(signaling.server.url, await signIn(signaling.server.url, 'qt01'), PROVINCE)
})
afterAll(() => signaling.stop())

/** Each test has codes and numbers of its own. */
beforeEach(() => {
  prefix += 1
})
const code = (name = '001') => `T${prefix}.${name}`
const number = (name = '0001') => `N${prefix}-${name}`
const branch = (more: Record<string, string> = {}) => branchRow({ code: code(), ...more })
const person = (more: Record<string, string> = {}) => personRow({ branch: code(), number: number(), ...more })

async function counted() {
  const [events, organizations, members] = await Promise.all([
    database.event.count(),
    database.organization.count(),
    database.member.count(),
  ])
  return { events, organizations, members }
}

const found = async (listed: Listed) => {
  const run = await importer.check(filesOf(listed))
  return (await importer.faults(run.importId)).map(({ code, row, column, params }) => ({ code, row, column, params }))
}

test('a workbook is checked, accepted and written; the province’s stream keeps the hash, the branch’s the people', async () => {
  const content = await workbookOf({
    organizations: [
      branch({ code: code('X'), kind: 'Đảng bộ xã', parent: '99', branchType: '', committee: 'Đảng ủy xã X' }),
      branch({ parent: code('X') }),
    ],
    members: [
      person({ office: 'Bí thư', officeFrom: '15/07/2025', officialFrom: '19/05/2005' }),
      person({ number: number('2'), category: 'Dự bị' }),
    ],
  })
  const run = await importer.check([{ name: 'danh-sach.xlsx', content }])
  expect(run).toMatchObject({
    status: 'checked',
    faultCount: 0,
    counts: { organizations: { new: 2, changed: 0, unchanged: 0 }, members: { new: 2, changed: 0, unchanged: 0 } },
  })
  expect(await database.organization.count({ where: { code: code() } })).toBe(0)
  await importer.accept(run.importId)
  const done = await importer.settled(run.importId)
  expect(done).toMatchObject({ status: 'done', failure: null })

  const event = await database.event.findFirstOrThrow({
    where: { streamId: PROVINCE, type: 'organization.imported' },
    orderBy: { seq: 'desc' },
  })
  expect(event.payload).toMatchObject({
    importId: run.importId,
    files: [{ name: 'danh-sach.xlsx', bytes: content.length, sha256: done.files[0]?.sha256 }],
  })
  const organization = await database.organization.findUniqueOrThrow({
    where: { code: code() },
    include: { members: { include: { member: true, offices: true } } },
  })
  expect(
    organization.members
      .map(({ category, member, offices }) => [member.memberNumber, category, offices[0]?.office])
      .sort(),
  ).toEqual([
    [number(), 'official', 'branchSecretary'],
    [number('2'), 'probationary', undefined],
  ])
  expect(await database.importChunk.count({ where: { runId: run.importId } })).toBe(0)
  expect(await database.account.count({ where: { member: { organizationId: organization.id } } })).toBe(0)
})

test('the same files again: nothing to change, and accepting writes nothing', async () => {
  const files = filesOf({
    organizations: [branch()],
    members: [
      person({
        office: 'Bí thư',
        standing: 'Sinh hoạt tạm thời nơi khác',
        standingFrom: '01/03/2026',
        place: 'Chi bộ 7',
      }),
    ],
  })
  expect(await importer.import(files)).toMatchObject({ status: 'done' })
  const before = await counted()
  const again = await importer.check(files)
  expect(again.counts).toEqual({
    organizations: { new: 0, changed: 0, unchanged: 1 },
    members: { new: 0, changed: 0, unchanged: 1 },
  })
  await importer.accept(again.importId)
  expect(await counted()).toEqual(before)
})

test('changed facts are changed, and what the list does not say stays', async () => {
  await importer.import(
    filesOf({
      organizations: [branch()],
      members: [person({ office: 'Bí thư', title: 'Trưởng thôn' }), person({ number: number('2') })],
    }),
  )
  const files = filesOf({
    organizations: [branch({ name: 'Chi bộ Thôn Đổi Tên', from: '01/02/2026' })],
    members: [person({ name: 'Nguyễn Văn Đổi' }), person({ number: number('2'), office: 'Bí thư' })],
  })
  const run = await importer.import(files)
  expect(run).toMatchObject({
    status: 'done',
    counts: { organizations: { changed: 1 }, members: { changed: 2, new: 0 } },
  })
  const people = await database.branchMember.findMany({
    where: { organization: { code: code() } },
    include: { member: true, offices: true },
  })
  const first = people.find(({ member }) => member.memberNumber === number())
  expect(first).toMatchObject({ title: 'Trưởng thôn', member: { name: 'Nguyễn Văn Đổi' } })
  expect(first?.offices).toHaveLength(1)
  expect(first?.offices[0]?.validTo).not.toBeNull()
  const { id } = await database.organization.findUniqueOrThrow({ where: { code: code() } })
  expect(
    (await database.organizationVersion.findMany({ where: { organizationId: id } })).map(({ name }) => name),
  ).toEqual(['Chi bộ Thôn Nhập', 'Chi bộ Thôn Đổi Tên'])
})

test('a thousand faulty rows: each is reported, nothing is written, accepting is refused', async () => {
  const before = await counted()
  const members = Array.from({ length: 1_500 }, (_, index) =>
    person({ number: number(`${index}`), ...(index < 1_000 ? { category: 'Quần chúng' } : {}) }),
  )
  const run = await importer.check(filesOf({ organizations: [branch()], members }))
  expect(run).toMatchObject({ status: 'checked', faultCount: 1_000, faultyRows: 1_000 })
  await expect(importer.accept(run.importId)).rejects.toThrow('IMPORT_HAS_FAULTS')
  const report = await (await importer.raw(`/imports/${run.importId}/report/csv`)).text()
  expect(report.trim().split('\r\n')).toHaveLength(1_001)
  expect(report).toContain('dang-vien.csv,,2,Diện,Không có diện “Quần chúng”.,Ghi Chính thức hoặc Dự bị.')
  const workbook = Buffer.from(await (await importer.raw(`/imports/${run.importId}/report/xlsx`)).arrayBuffer())
  expect(workbook.subarray(0, 2).toString()).toBe('PK')
  expect(await counted()).toEqual(before)
})

describe('what is on record', () => {
  test('a number that another branch has: transfer; outside one’s own: without its name', async () => {
    expect(await found({ organizations: [branch()], members: [person({ number: 'MAU-00004' })] })).toEqual([
      {
        code: 'MEMBER_ELSEWHERE',
        row: 2,
        column: 'Số thẻ',
        params: { value: 'MAU-00004', branch: 'Chi bộ Thôn Giả Định 2' },
      },
    ])
  })

  test('a second secretary beside the one on record', async () => {
    expect(await found({ members: [person({ branch: '99.000.001.000.002', office: 'Bí thư' })] })).toEqual([
      { code: 'SECRETARY_KNOWN', row: 2, column: 'Chức vụ', params: { branch: 'Chi bộ Thôn Giả Định 2' } },
    ])
  })

  test('an organization that differs from a day on which it was on record', async () => {
    expect(await found({ organizations: [branch({ code: '99.000.001.000.002', name: 'Tên khác' })] })).toEqual([
      { code: 'CHANGE_DATE_NOT_LATER', row: 2, column: 'Từ ngày', params: { date: '01/07/2025' } },
    ])
  })
})

describe('an administrator of one commune', () => {
  let local: Importer
  let above: Importer
  beforeAll(async () => {
    const give = giveTo(signaling.server)
    const memberId = crypto.randomUUID()
    await give('organization.importMembers', COMMUNE, {
      fileName: 'x',
      fileHash: '0'.repeat(64),
      members: [
        {
          memberId,
          memberNumber: 'QT-XA',
          name: 'Quản Trị Xã',
          category: 'official',
          roles: [{ role: 'administrator', organizationId: COMMUNE, from: null, to: null }],
        },
      ],
    })
    const [token = ''] = await openSessions(signaling, [memberId])
    local = new Importer(signaling.server.url, token, COMMUNE)
    above = new Importer(signaling.server.url, token, PROVINCE)
  })

  test('does not reach a sibling’s branch, by its code or by its number', async () => {
    const cousin = await database.organization.findUniqueOrThrow({ where: { id: siblings.cousinBranchId } })
    const above = await database.organization.findUniqueOrThrow({ where: { id: siblings.siblingCommuneId } })
    const before = await counted()
    const run = await local.check(
      filesOf({
        organizations: [branch({ code: cousin.code }), branch({ parent: above.code })],
        members: [person({ branch: cousin.code }), person({ number: 'MAU-90009' })],
      }),
    )
    const faults = await local.faults(run.importId)
    expect(faults.map(({ code, row }) => [code, row])).toEqual([
      ['CODE_OUTSIDE', 2],
      ['PARENT_UNKNOWN', 3],
      ['BRANCH_UNKNOWN', 2],
      ['MEMBER_ELSEWHERE_OUTSIDE', 3],
    ])
    expect(JSON.stringify(faults)).not.toContain('Tưởng Tượng')
    expect(await counted()).toEqual(before)
  })

  test('imports into no other organization, and reads no other’s imports', async () => {
    const run = await importer.check(filesOf({ organizations: [branch()] }))
    await expect(above.check(filesOf({ organizations: [branch()] }))).rejects.toThrow('FORBIDDEN')
    await expect(above.run(run.importId)).rejects.toThrow('FORBIDDEN')
    await expect(above.accept(run.importId)).rejects.toThrow('FORBIDDEN')
    await expect(local.run(run.importId)).rejects.toThrow('IMPORT_UNKNOWN')
    await expect(local.accept(run.importId)).rejects.toThrow('IMPORT_UNKNOWN')
  })
})

test('whoever follows the branch sees its new list without asking, and its announced meeting summons the newcomer', async () => {
  const token = await signIn(signaling.server.url, 'dv01')
  const socket = await connect(signaling.server.url, token)
  try {
    await socket.emitWithAck('subscribe', { streamId: signaling.sample.branchId })
    const told = new Promise<string[]>((resolve) =>
      socket.on('events', ({ streamId, entries }) => {
        const types = entries.flatMap((entry) => ('type' in entry ? [entry.type] : []))
        if (streamId === signaling.sample.branchId) resolve(types)
      }),
    )
    const run = await importer.import(filesOf({ members: [person({ branch: '99.000.001.000.002' })] }))
    expect(run.status).toBe('done')
    expect(await told).toEqual(['organization.membersImported'])
    const { id } = await database.member.findUniqueOrThrow({ where: { memberNumber: number() } })
    expect(await database.attendance.count({ where: { meetingId: signaling.meetingId, memberId: id } })).toBe(1)
  } finally {
    socket.disconnect()
  }
})

describe('between the check and the acceptance', () => {
  test('what has changed on record meanwhile is found: nothing is written, and the report says why', async () => {
    const run = await importer.check(filesOf({ organizations: [branch()], members: [person()] }))
    expect(run.faultCount).toBe(0)
    await giveTo(signaling.server)('organization.importMembers', siblings.siblingBranchId, {
      fileName: 'x',
      fileHash: '0'.repeat(64),
      members: [
        { memberId: crypto.randomUUID(), memberNumber: number(), name: 'Người Đến Trước', category: 'official' },
      ],
    })
    await importer.accept(run.importId)
    expect(await importer.settled(run.importId)).toMatchObject({
      status: 'failed',
      failure: { code: 'IMPORT_STALE' },
      faultCount: 1,
    })
    expect((await importer.faults(run.importId)).map((fault) => fault.code)).toEqual(['MEMBER_ELSEWHERE'])
    expect(await database.organization.count({ where: { code: code() } })).toBe(0)
  })

  test('another import beneath, or accepted twice: refused in words; a repeat of the command is a repeat', async () => {
    const run = await importer.check(filesOf({ organizations: [branch()] }))
    const { id: uploadedBy } = await database.member.findUniqueOrThrow({ where: { memberNumber: 'MAU-90009' } })
    // Of another node, whose worker is well.
    const beatAt = new Date(Date.now() + 3_600_000)
    const other = {
      uploadedBy,
      status: 'applying',
      createdAt: new Date(),
      salt: 'x',
      claimedBy: 'another node',
      beatAt,
    }
    const { id } = await database.importRun.create({
      data: { ...other, id: crypto.randomUUID(), organizationId: COMMUNE },
    })
    await expect(importer.accept(run.importId)).rejects.toThrow('IMPORT_RUNNING')
    await database.importRun.delete({ where: { id } })
    const commandId = crypto.randomUUID()
    await importer.accept(run.importId, commandId)
    await importer.accept(run.importId, commandId)
    await expect(importer.accept(run.importId)).rejects.toThrow('IMPORT_NOT_CHECKED')
    expect(await importer.settled(run.importId)).toMatchObject({ status: 'done' })
    await expect(importer.json(`/imports/${run.importId}/discard`, {})).rejects.toThrow('IMPORT_NOT_CHECKED')
  })

  test('what is put away in the moment of the acceptance is not on record as accepted', async () => {
    const run = await importer.check(filesOf({ organizations: [branch()] }))
    const isBlocked = async () => {
      const waiting = await database.$queryRaw<unknown[]>`
        select 1 as one from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where not l.granted and a.datname = current_database()`
      return waiting.length > 0
    }
    let accepted: Promise<unknown> = Promise.resolve()
    await database.$transaction(async (sql) => {
      await sql.importRun.delete({ where: { id: run.importId } })
      accepted = importer.accept(run.importId).catch(({ message }: Error) => message)
      await until(isBlocked)
    })
    expect(String(await accepted)).toContain('IMPORT_UNKNOWN')
  })
})

describe('what was uploaded', () => {
  test('waits three at a time; what was put away is gone', async () => {
    const runs: string[] = []
    for (let turn = 0; turn < 4; turn += 1)
      runs.push((await importer.check(filesOf({ organizations: [branch({ code: code(`${turn}`) })] }))).importId)
    const [first = '', , , last = ''] = runs
    await expect(importer.run(first)).rejects.toThrow('IMPORT_UNKNOWN')
    const { status } = await importer.raw(`/imports/${last}/discard`, { method: 'POST' })
    expect(status).toBe(200)
    await expect(importer.run(last)).rejects.toThrow('IMPORT_UNKNOWN')
  })

  test('is as long as was announced, or it is not taken', async () => {
    const { importId } = await importer.json<{ importId: string }>('/imports', {
      files: [{ name: 'x.csv', bytes: 10 }],
    })
    const put = (body: string) =>
      importer.ask(`/imports/${importId}/files/0`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body,
      })
    await expect(put('short')).rejects.toThrow('IMPORT_FILE_INCOMPLETE')
    await expect(put('much too long for it')).rejects.toThrow('IMPORT_FILE_INCOMPLETE')
    await put('0123456789')
    expect(await importer.settled(importId)).toMatchObject({ status: 'failed', failure: { code: 'IMPORT_NO_TABLE' } })
    await expect(put('0123456789')).rejects.toThrow('IMPORT_NOT_CHECKED')
  })

  test('with a form that cannot be read says how to mend it', async () => {
    const run = await importer.check([{ name: 'cu.xls', content: Buffer.from('d0cf11e0a1b11ae10000', 'hex') }])
    expect(run).toMatchObject({
      status: 'failed',
      failure: { code: 'IMPORT_FILE_OLD_EXCEL', params: { file: 'cu.xls' } },
    })
  })

  test('the template is a list that is taken, less its example', async () => {
    const template = Buffer.from(await (await importer.raw('/import-templates/mau-nhap.xlsx')).arrayBuffer())
    const run = await importer.check([{ name: 'mau.xlsx', content: template }])
    expect(run).toMatchObject({ status: 'checked', faultCount: 0 })
    expect(run.notes.map((note) => note.code).sort()).toEqual([
      'EXAMPLE_LEFT_OUT',
      'EXAMPLE_LEFT_OUT',
      'SHEET_LEFT_OUT',
    ])
  })
})
