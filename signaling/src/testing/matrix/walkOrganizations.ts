// Everybody asks for everything at one organization: each command over each wire, and each reading.
import { randomUUID } from 'node:crypto'
import type { BranchAccounts } from '@hoi-truong/shared/account'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import type { CommandType } from '@hoi-truong/shared/streams'
import { SERVER } from '../../log/commandDefinition.ts'
import { command, type TestSignaling } from '../signaling.ts'
import type { Asked, Cells, Wire } from './Cells.ts'
import { askInside, type Caller, type Code } from './callers.ts'
import { actionOf, type OrganizationCommand, organizationProbes } from './commandProbes.ts'
import type { Province } from './layProvince.ts'
import { heldAt, type Place } from './province.ts'

export interface World {
  signaling: TestSignaling
  province: Province
  callers: readonly Caller[]
  cells: Cells
}

/** Signaling gives these for a member; who sends them is told that there is no such command. */
export const internalCommands: ReadonlySet<CommandType> = new Set([
  'organization.mergeMembers',
  'account.issueCodes',
  'attendance.lapse',
  'attendance.recordLateAbsence',
  'comment.recordLate',
  'document.post',
])
/** Some begin a meeting of their own; where there is one already, practice ends before it begins. */
function streamFor(type: OrganizationCommand, { ids, meetings }: Province, place: Place): string {
  if (type === 'meeting.draft') return randomUUID()
  if (type !== 'meeting.startPractice') return ids[place]
  return place in meetings ? meetings[place as keyof typeof meetings].cancelled : randomUUID()
}

export const asServer = { who: 'signaling itself', roles: [{ role: 'server', at: 'here' }] } as const
export const memberActor = ({ person }: Caller) =>
  ({ kind: 'member', memberId: person.memberId, connectionId: null, nodeId: 'test-node' }) as const

async function walkCommand({ signaling, province, callers, cells }: World, place: Place, type: OrganizationCommand) {
  const { payload, past } = organizationProbes[type]
  const action = actionOf(type)
  const body = payload(province, place)
  const stream = () => streamFor(type, province, place)
  const asked = (caller: Caller, wire: Wire): Asked => {
    return { who: caller.person.name, roles: heldAt(caller.person, place), action, scope: place, wire }
  }
  const isInternal = internalCommands.has(type)
  for (const wire of ['socket', 'HTTP'] as const)
    await Promise.all(
      callers.map(async (caller) => {
        const given = command(type, stream(), body)
        const { code } = await (wire === 'socket' ? caller.socket('command', given) : caller.post(given))
        if (isInternal) cells.note(asked(caller, wire), code !== 'COMMAND_UNKNOWN', false)
        else cells.answered(asked(caller, wire), code, past)
      }),
    )
  if (isInternal)
    for (const caller of callers) {
      const code = await askInside(signaling, memberActor(caller), { type, streamId: stream(), payload: body })
      cells.answered(asked(caller, 'inside'), code, past)
    }
  const code = await askInside(signaling, SERVER, { type, streamId: stream(), payload: body })
  cells.answered({ ...asServer, action, scope: place, wire: 'inside' }, code, past)
}

async function walkReadings({ province, callers, cells }: World, place: Place): Promise<void> {
  const id = province.ids[place]
  await Promise.all(
    callers.map(async ({ person, socket, get }) => {
      const common = { who: person.name, roles: heldAt(person, place), scope: place }
      const read = async (action: Asked['action'], path: string, past: Code = 'ok') => {
        const { code, value } = await get(`organizations/${id}${path}`)
        cells.answered({ ...common, action, wire: 'HTTP' }, code, [past])
        return value
      }
      const overSocket = { ...common, wire: 'socket' } as const
      const { code, value } = await socket('subscribe', { streamId: id })
      cells.answered({ ...overSocket, action: 'organization.view' }, code, ['ok'])
      const seesReasons = (value as SyncReply | null)?.viewer.bureau ?? false
      cells.note({ ...overSocket, action: 'organization.seeReasons' }, seesReasons)
      const view = (await read('organization.view', '')) as { canManageMembers: boolean } | null
      // Whoever manages the list without reading the organization would not be told that they do.
      if (view) cells.note({ ...common, action: 'member.manage', wire: 'HTTP' }, view.canManageMembers)
      await read('organization.view', '/subtree')
      await read('member.view', '/members')
      await read('member.view', `/members/${randomUUID()}`, 'MEMBER_UNKNOWN')
      await read('ruleSet.view', '/rule-set')
      await read('monitoring.view', '/monitoring')
      const watching = await socket('watch', { organizationId: id })
      cells.answered({ ...overSocket, action: 'monitoring.view' }, watching.code, ['ok'])
      await read('meeting.draft', '/preparation')
      await read('meeting.draft', '/guests/KHONG-CO', 'NOT_FOUND')
      const accounts = (await read('account.view', '/accounts')) as BranchAccounts | null
      if (accounts) {
        cells.note({ ...common, action: 'account.issueCodes', wire: 'HTTP' }, accounts.canIssueCodes)
        cells.note({ ...common, action: 'account.decideRequest', wire: 'HTTP' }, accounts.canDecide)
        cells.note({ ...common, action: 'account.lock', wire: 'HTTP' }, accounts.canLock)
      }
    }),
  )
}

/** A new organization is registered by whoever may register in the one that it is to stand under. */
async function walkRegistering({ signaling, province, callers, cells }: World, place: Place): Promise<void> {
  const type = 'organization.register'
  // Refused for its kind, which comes after the right.
  const record = { code: randomUUID().slice(0, 8), name: 'X', kind: 'none', branchType: null, committee: null }
  const body = { ...record, parentId: province.ids[place], validFrom: '2026-01-01' }
  const past: Code[] = ['ORGANIZATION_KIND_UNKNOWN']
  await Promise.all(
    callers.map(async ({ person, socket }) => {
      const { code } = await socket('command', command(type, randomUUID(), body))
      const asked = { who: person.name, roles: heldAt(person, place), action: type, scope: `under ${place}` } as const
      cells.answered({ ...asked, wire: 'socket' }, code, past)
    }),
  )
  const code = await askInside(signaling, SERVER, { type, streamId: randomUUID(), payload: body })
  cells.answered({ ...asServer, action: type, scope: `under ${place}`, wire: 'inside' }, code, past)
}

export async function walkOrganization(world: World, place: Place): Promise<void> {
  for (const type of Object.keys(organizationProbes) as OrganizationCommand[]) await walkCommand(world, place, type)
  await walkReadings(world, place)
  await walkRegistering(world, place)
}
