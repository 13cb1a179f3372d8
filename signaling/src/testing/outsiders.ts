// People without right: a member of another branch with its own secretary's roles, and a suspended member on the meeting's roll.
import { randomUUID } from 'node:crypto'
import { importedMemberSchema, type MemberStatus, type Standing } from '@hoi-truong/shared/organization'
import type { CommandType } from '@hoi-truong/shared/streams'
import { hashPassword } from '../account/passwords.ts'
import { ownCommand } from '../log/ownCommand.ts'
import type { SignalingServer } from '../server.ts'
import { Browser } from './browser.ts'
import { planFor } from './plans.ts'
import { member, PASSWORD, type TestSignaling } from './signaling.ts'

export const SUSPENDED = 'dv20'

export interface Outsiders {
  /** A meeting of the demo branch on whose roll `SUSPENDED` stands as suspended. */
  meetingId: string
  otherBranchId: string
  strangerId: string
  /** An access token of the stranger. */
  strangerToken: () => Promise<string>
}

/** A command of signaling itself. */
export function asServer(
  { pipeline }: Pick<SignalingServer, 'pipeline'>,
  type: CommandType,
  streamId: string,
  payload: unknown,
) {
  return pipeline.submit(ownCommand(type, streamId, payload))
}

/** Imports members of the demo branch again as they are, but with another status, since before the records. */
export async function changeStatus(
  { server, sample }: TestSignaling,
  memberId: string,
  status: MemberStatus,
): Promise<void> {
  const branch = sample.organizations.find(({ id }) => id === sample.branchId)
  const standings: Standing[] =
    status === 'active' ? [] : [{ kind: status, from: null, to: null, decision: null, ground: null, place: null }]
  const members = branch?.members.filter((one) => one.memberId === memberId).map((one) => ({ ...one, standings }))
  const { fileName, fileHash } = sample
  await asServer(server, 'organization.importMembers', sample.branchId, { fileName, fileHash, members })
}

/** An announced meeting of the demo branch that begins now; its id. */
export async function announceMeeting({ server, sample }: Pick<TestSignaling, 'server' | 'sample'>): Promise<string> {
  const meetingId = randomUUID()
  await asServer(server, 'meeting.draft', meetingId, planFor(sample))
  await asServer(server, 'meeting.announce', meetingId, { basedOn: 1 })
  return meetingId
}

export async function layOutsiders(signaling: TestSignaling): Promise<Outsiders> {
  const { server, sample } = signaling
  const otherBranchId = randomUUID()
  const strangerId = randomUUID()
  const memberNumber = `NGOAI-${otherBranchId.slice(0, 8).toUpperCase()}`
  const branch = sample.organizations.find(({ id }) => id === sample.branchId)
  await asServer(server, 'organization.register', otherBranchId, {
    ...branch?.record,
    code: otherBranchId.slice(0, 8),
    name: 'Chi bộ khác',
  })
  const { fileName, fileHash } = sample
  const stranger = importedMemberSchema.parse({
    memberId: strangerId,
    memberNumber,
    name: 'Người Chi Bộ Khác',
    category: 'official',
    offices: [{ office: 'branchSecretary', from: null, to: null }],
  })
  await asServer(server, 'organization.importMembers', otherBranchId, { fileName, fileHash, members: [stranger] })
  const passwordHash = await hashPassword(PASSWORD)
  await server.database.account.create({ data: { memberId: strangerId, passwordHash } })
  await changeStatus(signaling, member(SUSPENDED), 'suspended')
  return {
    meetingId: await announceMeeting(signaling),
    otherBranchId,
    strangerId,
    strangerToken: async () => {
      const { body } = await new Browser(server.url).logIn(memberNumber)
      if (!body?.accessToken) throw new Error('the stranger could not sign in')
      return body.accessToken
    },
  }
}
