// Commands on a member's status, category and office, from a day to a day.
import { AppError } from '@hoi-truong/shared/errors'
import { categoryOn, membershipOn, overlaps, type Standing } from '@hoi-truong/shared/organization'
import { defineCommand } from '../log/commandDefinition.ts'
import { beginning, memberEvent, requireHere, requireMember, requirePeriod, runsInto } from './memberRules.ts'

const common = { stream: 'organization', action: 'member.manage', timing: 'deferrable' } as const

export const memberCommandDefinitions = [
  defineCommand<'organization', 'member.setStanding'>({
    ...common,
    type: 'member.setStanding',
    decide: ({ payload, state }) => {
      const { memberId, kind, from, to } = payload
      requirePeriod(payload)
      const member = requireHere(state.bureau.organization, memberId, from)
      if (member.standings.some((one) => one.kind === kind && overlaps(one, payload)))
        throw new AppError('STANDING_OVERLAPS')
      const standing: Standing = {
        kind,
        from,
        to,
        decision: 'decision' in payload ? payload.decision : null,
        ground: 'ground' in payload ? payload.ground : null,
        place: 'place' in payload ? payload.place : null,
      }
      return { events: [memberEvent('member.standingSet', { memberId, standing })] }
    },
  }),

  defineCommand<'organization', 'member.endStanding'>({
    ...common,
    type: 'member.endStanding',
    decide: ({ payload, state }) => {
      const member = requireMember(state.bureau.organization, payload.memberId)
      const ofKind = member.standings.filter(({ kind }) => kind === payload.kind)
      const meant = beginning(ofKind, payload.from)
      if (!meant) throw new AppError('STANDING_UNKNOWN')
      if (meant.to === payload.to) return { events: [] }
      if (runsInto(ofKind, meant, payload.to)) throw new AppError('STANDING_OVERLAPS')
      return { events: [memberEvent('member.standingEnded', payload)] }
    },
  }),

  defineCommand<'organization', 'member.setCategory'>({
    ...common,
    type: 'member.setCategory',
    decide: ({ payload, state }) => {
      const { memberId, category } = payload
      const officialFrom = payload.category === 'official' ? payload.from : null
      const member =
        officialFrom === null
          ? requireMember(state.bureau.organization, memberId)
          : requireHere(state.bureau.organization, memberId, officialFrom)
      if (member.category === category && member.officialFrom === officialFrom) return { events: [] }
      return { events: [memberEvent('member.categorySet', { memberId, category, officialFrom })] }
    },
  }),

  defineCommand<'organization', 'member.assignOffice'>({
    ...common,
    type: 'member.assignOffice',
    decide: ({ payload, state }) => {
      const { memberId, office, from } = payload
      requirePeriod(payload)
      const { organization } = state.bureau
      const member = requireHere(organization, memberId, from)
      if (membershipOn(member, from)?.kind !== 'regular') throw new AppError('MEMBER_NOT_HERE')
      if (categoryOn(member, from) !== 'official') throw new AppError('MEMBER_NOT_OFFICIAL')
      if (member.offices.some((term) => overlaps(term, payload))) throw new AppError('OFFICE_OVERLAPS')
      const taken =
        office === 'branchSecretary' &&
        Object.values(organization.members).some((other) =>
          other.offices.some((term) => term.office === office && overlaps(term, payload)),
        )
      if (taken) throw new AppError('OFFICE_TAKEN')
      return { events: [memberEvent('member.officeAssigned', payload)] }
    },
  }),

  defineCommand<'organization', 'member.endOffice'>({
    ...common,
    type: 'member.endOffice',
    decide: ({ payload, state }) => {
      const member = requireMember(state.bureau.organization, payload.memberId)
      const meant = beginning(
        member.offices.filter(({ office }) => office === payload.office),
        payload.from,
      )
      if (!meant) throw new AppError('OFFICE_UNKNOWN')
      if (meant.to === payload.to) return { events: [] }
      // An end is never later than it was: a longer term is a new assignment, which is checked against the others.
      if (meant.to !== null && payload.to > meant.to) throw new AppError('PERIOD_WRONG')
      return { events: [memberEvent('member.officeEnded', payload)] }
    },
  }),
]
