// Lays the province through the command pipeline, as an installation would: organizations, lists of members, meetings.

import { randomUUID } from 'node:crypto'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import { type ImportedMemberInput, importedMemberSchema } from '@hoi-truong/shared/organization'
import type { CommandType } from '@hoi-truong/shared/streams'
import type { Actor } from '../../log/commandDefinition.ts'
import { ownCommand } from '../../log/ownCommand.ts'
import { asServer } from '../outsiders.ts'
import { planFor } from '../plans.ts'
import type { TestSignaling } from '../signaling.ts'
import { questionOf } from '../voting.ts'
import { above, type Branch, branches, type Home, type Person, peopleOfProvince, places } from './province.ts'

/** Nobody can join a cancelled meeting or change it: whoever has a right to something there is refused for that reason. */
export const meetingStates = ['draft', 'open', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

export interface Province {
  ids: Record<Home, string>
  people: readonly Person[]
  /** By name. */
  person: (name: string) => Person
  plans: Record<Branch, MeetingPlan>
  meetings: Record<Branch, Record<MeetingState, string>>
  /** The reason that the member of `branch` gave for being absent from its open meeting: for the bureau alone. */
  reason: string
}

/** Runs in every open meeting. */
export const openPoll = questionOf()

const kinds = { province: 'provincial', commune: 'commune', siblingCommune: 'commune' } as const
/** From then on those at home in the office are members there; the province's list has them from before. */
const MOVED = '2021-01-01'
const BEFORE = '2020-12-31'

const fileHash = 'a'.repeat(64)
const always = { from: null, to: null }

function importedHere(person: Person, here: Home): ImportedMemberInput[] {
  const { memberId, memberNumber, homes, office, suspended, held } = person
  const isOfficial = homes[0] === 'office' && held.length > 1
  const common = { memberId, memberNumber, name: `Đảng viên ${memberNumber}`, category: 'official' as const }
  // Roles are given by the list of an organization above: here the province's, where they were members before.
  if (here === 'province' && isOfficial) {
    const roles = held.slice(1).map(({ role, of }) => ({ role, organizationId: of, ...always }))
    return [{ ...common, membership: { kind: 'regular', from: null, to: BEFORE }, roles: roles as never }]
  }
  const [own] = homes
  if (!homes.includes(here)) return []
  const standing = { kind: 'suspended' as const, decision: null, ground: null, place: null, ...always }
  return [
    {
      ...common,
      membership: { kind: here === own ? 'regular' : 'temporary', from: here === 'office' ? MOVED : null, to: null },
      offices: office ? [{ office, ...always }] : [],
      standings: suspended ? [standing] : [],
    },
  ]
}

async function layOrganizations(signaling: TestSignaling, ids: Province['ids'], people: readonly Person[]) {
  const homes: Home[] = [...places, 'office']
  for (const home of homes) {
    const kind = home in kinds ? kinds[home as keyof typeof kinds] : 'branch'
    const upper = above[home]
    await asServer(signaling.server, 'organization.register', ids[home], {
      code: `MT-${home}`,
      name: home,
      kind,
      branchType: kind === 'branch' ? 'village' : null,
      committee: kind === 'branch' ? null : `Committee of ${home}`,
      parentId: upper && ids[upper],
      validFrom: '2025-07-01',
    })
  }
  for (const home of homes) {
    const members = people
      .flatMap((person) => importedHere(person, home))
      .map(({ roles = [], ...member }) => {
        const placed = roles.map((role) => ({ ...role, organizationId: ids[role.organizationId as Home] }))
        return importedMemberSchema.parse({ ...member, roles: placed })
      })
    await asServer(signaling.server, 'organization.importMembers', ids[home], {
      fileName: 'matrix.json',
      fileHash,
      members,
    })
  }
}

/** The meetings of `branch` have everybody in them that a meeting can have; those of the others their secretary as chair. */
function planOf({ sample }: TestSignaling, ids: Province['ids'], byName: Province['person'], branch: Branch) {
  const idOf = (name: string) => byName(name).memberId
  const site = (operatorId: string | null) => ({ siteId: randomUUID(), name: 'Nhà văn hóa', operatorId })
  const full = branch === 'branch'
  const guest = { guestId: randomUUID(), memberId: idOf('guest'), name: 'Đại biểu', title: null }
  return planFor(sample, {
    organizationId: ids[branch],
    chairId: full ? idOf('chair') : idOf(`branchSecretary of ${branch}`),
    standInId: full ? idOf('standIn') : null,
    minutesSecretaryId: full ? idOf('minutesSecretary') : null,
    sites: [site(full ? idOf('operator') : null), site(null)],
    agenda: sample.plan.agenda.map((item) => ({ ...item, presenterId: null })),
    guests: full ? [guest] : [],
  })
}

async function layMeeting(signaling: TestSignaling, plan: MeetingPlan, state: MeetingState): Promise<string> {
  const meetingId = randomUUID()
  const { pipeline } = signaling.server
  const chair: Actor = { kind: 'member', memberId: plan.chairId, connectionId: null, nodeId: 'test-node' }
  const asChair = (type: CommandType, payload: unknown) =>
    pipeline.submit({ ...ownCommand(type, meetingId, payload), actor: chair })
  await asServer(signaling.server, 'meeting.draft', meetingId, plan)
  if (state !== 'draft') await asServer(signaling.server, 'meeting.announce', meetingId, { basedOn: 1 })
  if (state === 'open') {
    await asChair('meeting.open', {})
    await asChair('voting.prepare', { question: openPoll })
    await asChair('voting.open', { pollId: openPoll.pollId, basedOn: 1 })
  }
  if (state === 'cancelled') await asChair('meeting.cancel', { reason: 'Mưa bão lớn' })
  return meetingId
}

export async function layProvince(signaling: TestSignaling): Promise<Province> {
  const ids = Object.fromEntries([...places, 'office'].map((home) => [home, randomUUID()])) as Province['ids']
  const people = peopleOfProvince()
  const byName = new Map(people.map((one) => [one.name, one]))
  const person = (name: string): Person => {
    const found = byName.get(name)
    if (!found) throw new Error(`there is no ${name} in the province`)
    return found
  }
  await layOrganizations(signaling, ids, people)
  const plans = {} as Province['plans']
  const meetings = {} as Province['meetings']
  for (const branch of branches) {
    const plan = planOf(signaling, ids, person, branch)
    plans[branch] = plan
    meetings[branch] = {
      draft: await layMeeting(signaling, plan, 'draft'),
      open: await layMeeting(signaling, plan, 'open'),
      cancelled: await layMeeting(signaling, plan, 'cancelled'),
    }
  }
  return { ids, people, person, plans, meetings, reason: 'Điều trị bệnh dài ngày' }
}
