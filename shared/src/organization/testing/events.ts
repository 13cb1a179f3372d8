// Events of one branch for the tests of its reducer.
import { chainEvent, GENESIS, type LogEvent } from '../../log/index.ts'
import { organizationReducer } from '../../streams/index.ts'
import type { ImportedMemberInput, MembersState, OrganizationState } from '../index.ts'
import { importedMemberSchema } from '../index.ts'

export const BRANCH = '3f2b8c1e-0000-4000-8000-000000000001'
export const MEMBER = '3f2b8c1e-0000-4000-8000-000000000011'
export const COMMUNE = '3f2b8c1e-0000-4000-8000-000000000002'

/** Of members only the committee reads; at first everyone did. */
const audienceOf = (type: string, version: number) =>
  type.startsWith('member.') || (type === 'organization.membersImported' && version > 1) ? 'bureau' : 'everyone'

export const event = (type: string, payload: unknown, version = 1): LogEvent =>
  chainEvent(
    BRANCH,
    GENESIS,
    { type, version, audience: audienceOf(type, version), payload },
    { actorId: null, at: '2026-11-03T12:30:00.000Z', salt: '00' },
  )

export const facts = {
  name: 'Chi bộ Một',
  kind: 'branch',
  branchType: 'village',
  committee: null,
  parentId: COMMUNE,
} as const

export const registered = event('organization.registered', { code: '1', ...facts, validFrom: '2025-07-01' }, 2)

export const imported = (more: Partial<ImportedMemberInput> = {}) =>
  event(
    'organization.membersImported',
    {
      fileName: 'x',
      fileHash: '0',
      members: [
        importedMemberSchema.parse({
          memberId: MEMBER,
          memberNumber: 'X-1',
          name: 'Người Một',
          category: 'official',
          membership: { kind: 'regular', from: '2025-07-01', to: null },
          ...more,
        }),
      ],
    },
    2,
  )

/** The branch after these events. */
export function after(...events: LogEvent[]): OrganizationState & MembersState {
  const { everyone, bureau } = organizationReducer.reduceAll(organizationReducer.initial(), events)
  return { ...everyone.organization, ...bureau.organization }
}
