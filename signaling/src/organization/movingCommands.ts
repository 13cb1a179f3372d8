// Commands by which members move between branches: out here, in there; each branch keeps what it saw.
import { AppError } from '@hoi-truong/shared/errors'
import { isInForce, type OtherBranch, overlaps } from '@hoi-truong/shared/organization'
import { defineCommand } from '../log/commandDefinition.ts'
import { type PersonFacts, readOrganizationName, readPerson } from './memberFacts.ts'
import { memberEvent, requireMember, requirePeriod, runsInto } from './memberRules.ts'

const common = { stream: 'organization', action: 'member.manage', timing: 'deferrable' } as const

/** Whether the branch that a person comes from has sent them to this one. */
function isIntroduced(
  { home }: PersonFacts,
  kind: 'regular' | 'temporary',
  here: string,
  period: { from: string; to: string | null },
): boolean {
  const { branch, membership, standings } = home
  if (kind === 'temporary') {
    if (branch.organizationId === here || !isInForce(membership, period.from)) return false
    return standings.some((standing) => standing.kind === 'away' && isInForce(standing, period.from))
  }
  const to = membership.destination?.organizationId ?? null
  // A transfer that was a mistake is taken back by receiving the member again.
  return branch.organizationId === here || to === here || (membership.destination !== null && to === null)
}

export const movingCommandDefinitions = [
  defineCommand<'organization', 'member.transferOut', string | null>({
    ...common,
    type: 'member.transferOut',
    gather: async (sql, { payload: { destinationId } }) =>
      destinationId === null ? null : readOrganizationName(sql, destinationId),
    decide: ({ payload, state, streamId }, { facts: destinationName }) => {
      const { memberId, to, destinationId } = payload
      const member = requireMember(state.bureau.organization, memberId)
      const belongs = member.memberships.some(
        (one) => one.kind === 'regular' && isInForce(one, to) && (one.to === null || one.to > to),
      )
      if (!belongs) throw new AppError('MEMBER_NOT_HERE')
      if (destinationId === streamId) throw new AppError('MEMBER_ALREADY_HERE')
      const name = destinationId === null ? payload.destinationName : destinationName
      if (name === null) throw new AppError('ORGANIZATION_UNKNOWN')
      const destination: OtherBranch = { organizationId: destinationId, name }
      return { events: [memberEvent('member.transferredOut', { memberId, to, destination })] }
    },
  }),

  defineCommand<'organization', 'member.receive', PersonFacts | null>({
    ...common,
    type: 'member.receive',
    gather: (sql, { payload }) => readPerson(sql, payload.memberNumber),
    decide: ({ payload, state, streamId }, { facts: person }) => {
      const { kind, from, to } = payload
      requirePeriod(payload)
      const { organization } = state.everyone
      if (organization.end && organization.end.from <= from) throw new AppError('ORGANIZATION_ENDED')
      // Unknown and not introduced sound alike: numbers must not be found out by trying.
      if (!person) throw new AppError('MEMBER_NOT_INTRODUCED')
      const known = state.bureau.organization.members[person.memberId]
      if (known?.memberships.some((one) => overlaps(one, payload))) throw new AppError('MEMBER_ALREADY_HERE')
      if (!isIntroduced(person, kind, streamId, payload)) throw new AppError('MEMBER_NOT_INTRODUCED')
      const { home, ...facts } = person
      if (kind === 'regular' && (home.membership.to === null || home.membership.to >= from))
        throw new AppError('MEMBER_ELSEWHERE')
      const standings = home.standings.filter(
        (standing) => standing.kind !== 'away' && (standing.to === null || standing.to >= from),
      )
      const origin = home.branch
      return { events: [memberEvent('member.received', { ...facts, kind, from, to, origin, standings })] }
    },
  }),

  defineCommand<'organization', 'member.endTemporary'>({
    ...common,
    type: 'member.endTemporary',
    decide: ({ payload, state }) => {
      const member = requireMember(state.bureau.organization, payload.memberId)
      const last = member.memberships.findLast(({ kind }) => kind === 'temporary')
      if (!last) throw new AppError('MEMBER_NOT_HERE')
      if (last.to === payload.to) return { events: [] }
      // By now they may belong here: nobody is in a branch twice on one day.
      if (runsInto(member.memberships, last, payload.to)) throw new AppError('MEMBER_ALREADY_HERE')
      return { events: [memberEvent('member.temporaryEnded', payload)] }
    },
  }),
]
