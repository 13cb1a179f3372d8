// A small province for the permission matrix: who is there, which roles each of them holds, and where. What follows from that is
// written down here by hand, not asked of the program that is tested.
import { randomUUID } from 'node:crypto'
import { type HeldRole, type MeetingRole, type Role, roleSchema } from '@hoi-truong/shared/permissions'

export const places = ['province', 'commune', 'siblingCommune', 'branch', 'siblingBranch', 'otherBranch'] as const
export type Place = (typeof places)[number]
export const branches = ['branch', 'siblingBranch', 'otherBranch'] as const
export type Branch = (typeof branches)[number]
/** The branch of the province's own staff: at home there are those whose roles are elsewhere. */
export type Home = Place | 'office'

export const above: Record<Home, Place | null> = {
  province: null,
  commune: 'province',
  siblingCommune: 'province',
  branch: 'commune',
  siblingBranch: 'commune',
  otherBranch: 'siblingCommune',
  office: 'province',
}

export interface Person {
  /** For example "branchSecretary of siblingBranch". */
  name: string
  memberId: string
  memberNumber: string
  /** Where they are members; several for who is for a time at another branch, the own one first. */
  homes: readonly Home[]
  office: 'branchSecretary' | 'deputySecretary' | 'committeeMember' | null
  suspended: boolean
  held: readonly { role: Role; of: Home }[]
  /** What they are in a meeting of a branch that has been announced. */
  cast: Partial<Record<Branch, readonly MeetingRole[]>>
}

let numbers = 0

function person(name: string, homes: readonly Home[], more: Partial<Person> = {}): Person {
  numbers += 1
  const memberNumber = `MT-${String(numbers).padStart(5, '0')}`
  const held = homes.map((of) => ({ role: 'member' as const, of }))
  const base = { name, memberId: randomUUID(), memberNumber, homes, office: null, suspended: false, cast: {} }
  return { ...base, ...more, held: [...held, ...(more.held ?? [])] }
}

const isBranch = (place: Home): place is Branch => branches.some((branch) => branch === place)

/** The branch secretary chairs where nobody else was named. */
const secretaryOf = (branch: Branch): MeetingRole[] =>
  branch === 'branch' ? ['attendee', 'organizer', 'committee'] : ['attendee', 'chair', 'organizer', 'committee']

function castOf(role: Role, place: Place): Person['cast'] {
  if (!isBranch(place)) return {}
  const roles: Partial<Record<Role, MeetingRole[]>> = {
    branchSecretary: secretaryOf(place),
    deputySecretary: ['attendee', 'organizer', 'committee', 'standIn'],
    committeeMember: ['attendee', 'committee'],
    member: ['attendee'],
    upperMonitor: ['follower'],
  }
  return { [place]: roles[role] ?? [] }
}

/** Who holds this role there and none that matters elsewhere. */
function holder(role: Role, place: Place): Person {
  const name = `${role} of ${place}`
  const cast = castOf(role, place)
  if (role === 'member') return person(name, [place], { cast })
  const held = [{ role, of: place }]
  if (role === 'branchSecretary' || role === 'deputySecretary' || role === 'committeeMember')
    return person(name, [place], { office: role, held, cast })
  return person(name, ['office'], { held, cast })
}

const castInBranch = (...cast: MeetingRole[]): Pick<Person, 'cast'> => ({ cast: { branch: cast } })

/** The people of the meetings of `branch`, beside those who hold a role of the organization. */
const company = (): Person[] => [
  person('chair', ['branch'], castInBranch('attendee', 'chair')),
  person('minutesSecretary', ['branch'], castInBranch('attendee', 'minutesSecretary')),
  person('standIn', ['branch'], castInBranch('attendee', 'standIn')),
  person('operator', ['branch'], castInBranch('attendee', 'operator')),
  person('suspended', ['branch'], { suspended: true, ...castInBranch('suspended') }),
  person('visitor', ['otherBranch', 'branch'], { cast: { branch: ['attendee'], otherBranch: ['attendee'] } }),
  person('guest', ['office'], castInBranch('guest')),
  person('stranger', ['office']),
]

export const peopleOfProvince = (): Person[] => [
  ...roleSchema.options.flatMap((role) => places.map((place) => holder(role, place))),
  ...company(),
]

const isAbove = (place: Home, of: Home): boolean => {
  const upper = above[of]
  return upper !== null && (upper === place || isAbove(place, upper))
}

/** What a person is to an organization. */
export const heldAt = ({ held }: Person, place: Place): HeldRole[] =>
  held.flatMap(({ role, of }): HeldRole[] => {
    if (of === place) return [{ role, at: 'here' }]
    return isAbove(of, place) ? [{ role, at: 'above' }] : []
  })

/** What a person is in a meeting of a branch; a draft is the committee's and the chair's. */
export function heldIn({ cast }: Person, branch: Branch, isDraft: boolean): HeldRole[] {
  const roles = cast[branch] ?? []
  const sees = !isDraft || roles.includes('committee') || roles.includes('chair')
  return sees ? roles.map((role) => ({ role, at: 'here' })) : []
}
