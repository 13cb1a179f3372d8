// A database from before organizations and members had days: what it held is there after the migration, since before the records.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOldTestDatabase, type OldTestDatabase } from '../../../scripts/testing/database.ts'
import { connectDatabase, type Database } from '../database/client.ts'
import { organizationRoles, readRoll } from './facts.ts'
import { readMembersOn } from './membersOn.ts'

let old: OldTestDatabase
const [communeId, branchId, secretaryId, exemptId, followerId] = Array.from({ length: 5 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
]
let database: Database

beforeAll(async () => {
  old = await createOldTestDatabase('20261122')
  const client = new pg.Client({ connectionString: old.ownerUrl })
  await client.connect()
  try {
    await client.query(
      `insert into organization (id, code, name, level, committee, parent_id) values
        ($1, 'A', 'Đảng bộ xã Cũ', 'grassroots', 'Đảng ủy xã Cũ', null), ($2, 'B', 'Chi bộ Cũ', 'branch', null, $1)`,
      [communeId, branchId],
    )
    await client.query(
      `insert into member (id, organization_id, member_number, name, category, status, office, title, position) values
        ($1, $4, 'CU-1', 'Đỗ Văn Đức', 'official', 'active', 'branchSecretary', null, 0),
        ($2, $4, 'CU-2', 'Lê  Thị Yên', 'official', 'exempt', 'member', null, 1),
        ($3, $5, 'CU-3', 'Vũ Theo Dõi', 'official', 'active', 'member', 'Đảng ủy viên', 0)`,
      [secretaryId, exemptId, followerId, branchId, communeId],
    )
    await client.query(
      `insert into role_assignment (member_id, role, organization_id) values
        ($1, 'member', $4), ($1, 'branchSecretary', $4), ($2, 'member', $4), ($3, 'upperMonitor', $4)`,
      [secretaryId, exemptId, followerId, branchId],
    )
  } finally {
    await client.end()
  }
  await old.upgrade()
  database = connectDatabase(old.appUrl)
})
afterAll(async () => {
  await database.$disconnect()
  await old.drop()
})

test('the roll is as it was', async () => {
  const roll = await readRoll(database, branchId, '2026-11-21T12:00:00Z')
  expect(roll).toMatchObject({ organizationName: 'Chi bộ Cũ', upperName: 'Đảng ủy xã Cũ' })
  expect(roll?.members.map(({ memberId, status, office }) => [memberId, status, office])).toEqual([
    [secretaryId, 'active', 'branchSecretary'],
    [exemptId, 'exempt', 'member'],
  ])
  expect(roll?.followers.map(({ memberId, title }) => [memberId, title])).toEqual([[followerId, 'Đảng ủy viên']])
})

test('roles are held as before', async () => {
  const roles = async (memberId: string) =>
    (await organizationRoles(database, memberId, branchId)).map(({ role, at }) => `${role} ${at}`).sort()
  expect(await roles(secretaryId)).toEqual(['branchSecretary here', 'member here'])
  expect(await roles(followerId)).toEqual(['upperMonitor here'])
})

test('names are found as those that come after', async () => {
  const found = async (search: string) =>
    (await readMembersOn(database, branchId, '2026-11-21', { search })).map(({ memberId }) => memberId)
  expect(await found('duc')).toEqual([secretaryId])
  expect(await found('do van')).toEqual([secretaryId])
  expect(await found('le yen')).toEqual([exemptId])
})
