// A branch of any size with accounts, for tests and measurements of crowds: laid by commands as everything else, the same again for
// the same seed, and without a thousand slow password hashes: nobody signs in, access tokens are signed.
import { createHash, randomUUID } from 'node:crypto'
import type { ImportedMemberInput } from '@hoi-truong/shared/organization'
import { AccessTokens } from '../account/accessToken.ts'
import type { Database } from '../database/client.ts'
import { demoId } from '../demo/demoId.ts'
import type { SampleMeeting } from '../demo/sampleMeeting.ts'
import { SERVER } from '../log/commandDefinition.ts'
import type { OpenLog } from '../log/openLog.ts'
import { prepareCommand } from '../log/prepareCommand.ts'
import { planFor } from './plans.ts'

export interface TestBranch {
  branchId: string
  /** The first is the branch secretary and chairs, the second keeps the minutes. */
  memberIds: string[]
  /** A member's access token, as if signed in. */
  token: (memberId: string) => string
}

interface BranchOptions {
  size: number
  seed: string
  accessTokenSecret: string
}

type LogParts = Pick<OpenLog, 'registry' | 'pipeline'> & { database: Database }

const TOKEN_SECONDS = 3600
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô']
const middles = ['Văn', 'Thị', 'Đức', 'Thanh', 'Minh', 'Ngọc', 'Quang', 'Hồng']
const givens = ['An', 'Ánh', 'Bình', 'Cường', 'Dũng', 'Đông', 'Hà', 'Hùng', 'Lan', 'Mai', 'Sơn', 'Tâm', 'Xuân', 'Yến']

/** A number from 0 up to but not including 1 that the seed alone decides. */
export function chance(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE() / 2 ** 32
}

const pick = (from: readonly string[], seed: string): string => from[Math.floor(chance(seed) * from.length)] ?? ''
const nameOf = (seed: string): string =>
  [families, middles, givens].map((names, place) => pick(names, `${place} of ${seed}`)).join(' ')

function give({ registry, pipeline }: LogParts, type: string, streamId: string, payload: unknown): Promise<unknown> {
  return pipeline.submit(prepareCommand(registry, SERVER, { id: randomUUID(), type, streamId, payload }))
}

/** Beside the demo branch, which must be there, under the same committee. */
export async function layBranch(log: LogParts, sample: SampleMeeting, options: BranchOptions): Promise<TestBranch> {
  const { size, seed, accessTokenSecret } = options
  const branchId = demoId(`branch ${seed}`)
  const code = branchId.slice(0, 8).toUpperCase()
  const members = Array.from(
    { length: size },
    (_, index): ImportedMemberInput => ({
      memberId: demoId(`member ${index} of ${seed}`),
      memberNumber: `${code}-${String(index).padStart(5, '0')}`,
      name: nameOf(`member ${index} of ${seed}`),
      category: 'official',
      offices: index === 0 ? [{ office: 'branchSecretary', from: null, to: null }] : [],
    }),
  )
  const { record } = sample.organizations.find(({ id }) => id === sample.branchId) ?? {}
  await give(log, 'organization.register', branchId, { ...record, code, name: `Chi bộ thử nghiệm ${code}` })
  await give(log, 'organization.importMembers', branchId, { fileName: seed, fileHash: '0'.repeat(64), members })
  const memberIds = members.map(({ memberId }) => memberId)
  return { branchId, memberIds, token: await openSessions(log.database, memberIds, accessTokenSecret) }
}

async function openSessions(
  database: Database,
  memberIds: readonly string[],
  secret: string,
): Promise<TestBranch['token']> {
  await database.account.createMany({
    data: memberIds.map((memberId) => ({ memberId, passwordHash: 'none: nobody signs in' })),
  })
  const sessions = new Map(memberIds.map((memberId) => [memberId, randomUUID()]))
  const expiresAt = new Date(Date.now() + TOKEN_SECONDS * 1000)
  await database.refreshToken.createMany({
    data: [...sessions].map(([memberId, familyId]) => ({
      id: randomUUID(),
      familyId,
      memberId,
      tokenHash: randomUUID(),
      expiresAt,
    })),
  })
  const tokens = new AccessTokens(secret, TOKEN_SECONDS)
  return (memberId) => tokens.sign(memberId, sessions.get(memberId) ?? '')
}

/** A meeting of the branch that its members may enter; its id. */
export async function announceMeetingOf(log: LogParts, sample: SampleMeeting, branch: TestBranch): Promise<string> {
  const meetingId = randomUUID()
  const { branchId: organizationId, memberIds } = branch
  const [chairId = '', minutesSecretaryId = ''] = memberIds
  // The sample's order of business and sites, in the hands of this branch.
  const agenda = sample.plan.agenda.map((item) => ({ ...item, presenterId: chairId }))
  const sites = sample.plan.sites.map((site) => ({ ...site, operatorId: minutesSecretaryId }))
  const plan = planFor(sample, { organizationId, chairId, minutesSecretaryId, agenda, sites })
  await give(log, 'meeting.draft', meetingId, plan)
  await give(log, 'meeting.announce', meetingId, { basedOn: 1 })
  return meetingId
}
