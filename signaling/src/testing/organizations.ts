// Invented organizations beside the demo's, for tests: a sibling branch in the same commune, and a sibling commune with a branch.
import { randomUUID } from 'node:crypto'
import type { ImportedMemberInput } from '@hoi-truong/shared/organization'
import { type CommandType, commandPayloads } from '@hoi-truong/shared/streams'
import type { CommandReply } from '../log/commandDefinition.ts'
import type { SignalingServer } from '../server.ts'
import { asServer } from './outsiders.ts'

/** Gives a command as signaling itself. */
export type Give = (type: string, streamId: string, payload: unknown) => Promise<CommandReply>

/** As signaling itself, of a whole server. */
export const giveTo =
  (server: Pick<SignalingServer, 'pipeline'>): Give =>
  (type, streamId, payload) =>
    asServer(server, type as CommandType, streamId, commandPayloads[type as CommandType].parse(payload))

interface Registered {
  name: string
  kind?: string
  branchType?: string | null
  committee?: string | null
  parentId: string | null
  validFrom?: string
}

/** A new organization; its id. */
export async function register(give: Give, { name, parentId, ...more }: Registered): Promise<string> {
  const id = randomUUID()
  const { kind = 'branch', committee = null, validFrom = '2025-07-01' } = more
  const branchType = more.branchType === undefined ? (kind === 'branch' ? 'village' : null) : more.branchType
  const facts = { code: id.slice(0, 23), name, kind, branchType, committee, parentId, validFrom }
  await give('organization.register', id, facts)
  return id
}

/** A new member of an organization, with what a test needs of them; their id and number. */
export async function enrol(
  give: Give,
  organizationId: string,
  more: Partial<ImportedMemberInput> = {},
): Promise<{ memberId: string; memberNumber: string }> {
  const memberId = randomUUID()
  const memberNumber = `THU-${memberId.slice(0, 13).toUpperCase()}`
  const member = { memberId, memberNumber, name: 'Người Thử', category: 'official', ...more }
  await give('organization.importMembers', organizationId, {
    fileName: 'thu',
    fileHash: '0'.repeat(64),
    members: [member],
  })
  return { memberId, memberNumber }
}

export interface Siblings {
  communeId: string
  siblingBranchId: string
  siblingCommuneId: string
  cousinBranchId: string
}

export async function laySiblings(give: Give, provinceId: string, communeId: string): Promise<Siblings> {
  const siblingBranchId = await register(give, { name: 'Chi bộ Thôn Giả Định 3', parentId: communeId })
  const siblingCommuneId = await register(give, {
    name: 'Đảng bộ xã Ví Von',
    kind: 'commune',
    committee: 'Đảng ủy xã Ví Von',
    parentId: provinceId,
  })
  const cousinBranchId = await register(give, { name: 'Chi bộ Thôn Tưởng Tượng', parentId: siblingCommuneId })
  return { communeId, siblingBranchId, siblingCommuneId, cousinBranchId }
}
