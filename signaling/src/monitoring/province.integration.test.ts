// A province of 3,745 branches with three months of meetings: one line a commune, the sums right, and no question for each branch.
import { monitoringViewSchema } from '@hoi-truong/shared/monitoring'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeClock } from '../../../scripts/testing/clock.ts'
import { appoint } from '../testing/officers.ts'
import { giveTo } from '../testing/organizations.ts'
import { startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

const BRANCHES = 3745
const COMMUNES = 92
const MEMBERS = 15_000

let signaling: TestSignaling
let provinceId: string
let token: string

/** Rows as the projections write them: 3,745 times through the pipeline would take minutes. Each third branch has met this month. */
async function layRows(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  const id = (what: string, number: string) =>
    `overlay(overlay(md5('${what} ' || ${number}) placing '4' from 13) placing '8' from 17)::uuid`
  await owner.query(`
    insert into organization (id, code, name)
      select ${id('commune', 'c')}, 'L' || lpad(c::text, 3, '0'), 'Đảng bộ xã ' || c from generate_series(1, ${COMMUNES}) c;
    insert into organization_version (organization_id, ordinal, valid_from, name, kind, parent_id)
      select ${id('commune', 'c')}, 0, '2025-07-01', 'Đảng bộ xã ' || c, 'commune', '${provinceId}'
      from generate_series(1, ${COMMUNES}) c;
    insert into organization (id, code, name)
      select ${id('branch', 'b')}, 'LB' || lpad(b::text, 5, '0'), 'Chi bộ ' || b from generate_series(1, ${BRANCHES}) b;
    insert into organization_version (organization_id, ordinal, valid_from, name, kind, branch_type, parent_id)
      select ${id('branch', 'b')}, 0, '2025-07-01', 'Chi bộ ' || b, 'branch', 'village', ${id('commune', `(1 + b % ${COMMUNES})`)}
      from generate_series(1, ${BRANCHES}) b;
    create temporary table people as
      select ${id('member', 'n')} as id, ${id('branch', `(1 + n % ${BRANCHES})`)} as branch, n
      from generate_series(1, ${MEMBERS}) n;
    insert into member (id, organization_id, member_number, name) select id, branch, 'L-' || n, 'Đảng viên ' || n from people;
    insert into branch_member (organization_id, member_id, category, search) select branch, id, 'official', ' dang vien' from people;
    insert into membership (organization_id, member_id, ordinal, kind) select branch, id, 0, 'regular' from people;
    insert into account (member_id, password_hash) select id, 'none' from people where n % 5 < 2;
    create temporary table laid as
      select ${id('meeting', "b || ' ' || m")} as id, ${id('branch', 'b')} as branch, m, b
      from generate_series(1, ${BRANCHES}) b, generate_series(10, 12) m;
    insert into stream (id, kind, organization_id, head_seq) select id, 'meeting', branch, 3 from laid;
    insert into meeting (id, organization_id, organization_name, kind, form, month, status, planned_start, planned_end, chair_id,
      plan, announced_at, opened_at, closed_at, expected_count, present_count)
      select id, branch, 'Chi bộ ' || b, 'regular', 'inPerson', '2027-' || lpad(m::text, 2, '0'),
        case when m < 12 or b % 3 = 0 then 'closed' else 'announced' end, make_timestamptz(2027, m, 3, 12, 30, 0, 'UTC'),
        make_timestamptz(2027, m, 3, 14, 30, 0, 'UTC'), branch, '{}', make_timestamptz(2027, m, 1, 0, 0, 0, 'UTC'),
        make_timestamptz(2027, m, 3, 12, 30, 0, 'UTC'), make_timestamptz(2027, m, 3, 14, 30, 0, 'UTC'), 20, 18
      from laid`)
  await owner.query('analyze')
  await owner.end()
}

beforeAll(async () => {
  signaling = await startTestSignaling({ ACCESS_TOKEN_SECONDS: '86400' })
  provinceId = signaling.sample.organizations[0]?.id ?? ''
  token = (await appoint(signaling, giveTo(signaling.server), { role: 'upperMonitor', of: provinceId })).token
  const clock = await takeClock(signaling.testDatabase.ownerUrl)
  await clock.goTo('2027-12-05', '08:00')
  await clock.stop()
  await layRows(signaling.testDatabase.ownerUrl)
})
afterAll(() => signaling.stop())

test('the province has one line a commune, and sums over all its branches', async () => {
  const response = await fetch(`${signaling.server.url}/api/v1/organizations/${provinceId}/monitoring`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const view = monitoringViewSchema.parse(await response.json())
  // With the demo's commune and its branch.
  expect(view.lines).toHaveLength(COMMUNES + 1)
  expect(view.lines.every(({ kind }) => kind === 'committee')).toBe(true)
  expect(view.accounts.members).toBeGreaterThanOrEqual(MEMBERS)
  expect(view.accounts.active).toBeGreaterThanOrEqual(MEMBERS * 0.4)
  const held = Math.floor(BRANCHES / 3)
  expect(view.sums).toEqual({
    branches: BRANCHES + 1,
    byMonth: { notScheduled: 1, scheduled: BRANCHES - held, running: 0, held, overdue: 0, notHeld: 0 },
    present: held * 18,
    expected: held * 20,
  })
})
