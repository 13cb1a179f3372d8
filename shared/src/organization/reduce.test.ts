// What a branch and its members were on a day, from the events that made them so.
import { describe, expect, it } from 'vitest'
import { defaultRuleSet } from '../rules/index.ts'
import { categoryOn, type MemberRecord, membershipOn, officeOn, statusOn, versionOn } from './index.ts'
import { after, BRANCH, COMMUNE, event, facts, imported, MEMBER, registered } from './testing/events.ts'

const other = '3f2b8c1e-0000-4000-8000-000000000003'
const memberAfter = (...events: ReturnType<typeof event>[]): MemberRecord => {
  const member = after(registered, ...events).members[MEMBER]
  if (!member) throw new Error('no member')
  return member
}
const standing = { decision: null, ground: null, place: null }

describe('an organization', () => {
  const renamed = event('organization.changed', { ...facts, name: 'Chi bộ Hai', from: '2026-03-01' })

  it('keeps the name of every day', () => {
    const state = after(registered, renamed)
    expect(
      ['2025-06-30', '2025-07-01', '2026-02-28', '2026-03-01', '2030-01-01'].map((day) => versionOn(state, day)?.name),
    ).toEqual([undefined, 'Chi bộ Một', 'Chi bộ Một', 'Chi bộ Hai', 'Chi bộ Hai'])
  })

  it('is no more from the day of its end on', () => {
    const state = after(registered, renamed, event('organization.ended', { from: '2026-10-01', mergedInto: other }))
    expect(versionOn(state, '2026-09-30')?.name).toBe('Chi bộ Hai')
    expect(versionOn(state, '2026-10-01')).toBeUndefined()
    expect(state.end).toEqual({ from: '2026-10-01', mergedInto: other })
  })

  it('which adopted its rules before there were polls votes by the default rules', () => {
    const { voting, ...ruleSet } = { ...defaultRuleSet, id: 'tinh', lateAfterMinutes: 5 }
    const adopted = event('ruleSet.adopted', { ruleSet, from: '2026-01-01', to: null })
    const [adoption] = after(registered, adopted).adoptions
    expect(adoption).toEqual({ ruleSet: { ...ruleSet, voting }, from: '2026-01-01', to: null })
  })

  it('read from events of the first version is valid since before the records', () => {
    const state = after(
      event('organization.registered', {
        code: '1',
        name: 'A',
        level: 'grassroots',
        committee: 'B',
        parentId: COMMUNE,
      }),
      event('organization.membersImported', {
        fileName: 'x',
        fileHash: '0',
        members: [
          {
            memberId: MEMBER,
            memberNumber: 'X-1',
            name: 'Người Một',
            category: 'official',
            status: 'exempt',
            office: 'deputySecretary',
            title: null,
            roles: ['member', 'deputySecretary', 'auditor'].map((role) => ({ role, organizationId: BRANCH })),
          },
        ],
      }),
    )
    expect(versionOn(state, '1930-02-03')).toMatchObject({ kind: 'grassroots', branchType: null, committee: 'B' })
    const member = state.members[MEMBER] as MemberRecord
    expect([statusOn(member, '2026-11-03'), officeOn(member, '2026-11-03')]).toEqual(['exempt', 'deputySecretary'])
    expect(membershipOn(member, '1930-02-03')?.kind).toBe('regular')
    expect(member.roles).toEqual([{ role: 'auditor', organizationId: BRANCH, from: null, to: null }])
  })
})

describe('a member', () => {
  it('is exempt from the day of the decision to the last day of it', () => {
    const member = memberAfter(
      imported(),
      event('member.standingSet', {
        memberId: MEMBER,
        standing: { ...standing, kind: 'exempt', from: '2026-03-01', to: null },
      }),
      event('member.standingEnded', { memberId: MEMBER, kind: 'exempt', from: '2026-03-01', to: '2026-05-31' }),
    )
    expect(['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((day) => statusOn(member, day))).toEqual([
      'active',
      'exempt',
      'exempt',
      'active',
    ])
  })

  it('who is several things is called suspended before exempt before away', () => {
    const period = { from: '2026-01-01', to: null }
    const member = memberAfter(
      imported({
        standings: [
          { ...standing, ...period, kind: 'away' },
          { ...standing, kind: 'suspended', from: '2026-04-01', to: null },
          { ...standing, kind: 'exempt', from: '2026-02-01', to: null },
        ],
      }),
    )
    expect(['2026-01-15', '2026-02-15', '2026-04-15'].map((day) => statusOn(member, day))).toEqual([
      'away',
      'exempt',
      'suspended',
    ])
  })

  it('becomes official on the day, not before', () => {
    const member = memberAfter(
      imported({ category: 'probationary' }),
      event('member.categorySet', { memberId: MEMBER, category: 'official', officialFrom: '2026-05-19' }),
    )
    expect(['2026-05-18', '2026-05-19'].map((day) => categoryOn(member, day))).toEqual(['probationary', 'official'])
  })

  it('who moves on leaves office and membership on the last day, and both stay on record', () => {
    const destination = { organizationId: other, name: 'Chi bộ khác' }
    const member = memberAfter(
      imported({ offices: [{ office: 'branchSecretary', from: '2025-08-01', to: null }] }),
      event('member.transferredOut', { memberId: MEMBER, to: '2026-06-30', destination }),
    )
    expect(officeOn(member, '2026-06-30')).toBe('branchSecretary')
    expect(officeOn(member, '2026-07-01')).toBe('member')
    expect(membershipOn(member, '2026-07-01')).toBeUndefined()
    expect(member.memberships).toEqual([
      { kind: 'regular', from: '2025-07-01', to: '2026-06-30', origin: null, destination },
    ])
  })

  it('who comes back has two memberships, and the exemption that lasted all the while once', () => {
    const exempt = { ...standing, kind: 'exempt' as const, from: '2026-01-01', to: null }
    const destination = { organizationId: other, name: 'Chi bộ khác' }
    const member = memberAfter(
      imported({ standings: [exempt, { ...standing, kind: 'away', from: '2026-02-01', to: null }] }),
      event('member.transferredOut', { memberId: MEMBER, to: '2026-06-30', destination }),
      event('member.received', {
        memberId: MEMBER,
        memberNumber: 'X-1',
        name: 'Người Một',
        category: 'official',
        officialFrom: null,
        kind: 'regular',
        from: '2026-09-01',
        to: null,
        origin: destination,
        standings: [exempt],
      }),
    )
    expect(member.memberships.map(({ from, to }) => [from, to])).toEqual([
      ['2025-07-01', '2026-06-30'],
      ['2026-09-01', null],
    ])
    expect(member.standings.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['away', '2026-02-01', '2026-08-31'],
      ['exempt', '2026-01-01', null],
    ])
  })

  it('is here once on any day, whatever lists say: belonging goes before being here for a time', () => {
    const temporary = { kind: 'temporary', from: '2026-01-01', to: null } as const
    const regular = { kind: 'regular', from: '2026-03-01', to: null } as const
    const membershipsAfter = (...lists: { kind: 'regular' | 'temporary'; from: string; to: null }[]) =>
      memberAfter(...lists.map((membership) => imported({ membership }))).memberships
    expect(membershipsAfter(temporary, regular)).toMatchObject([
      { kind: 'temporary', from: '2026-01-01', to: '2026-02-28' },
      { kind: 'regular', from: '2026-03-01', to: null },
    ])
    expect(membershipsAfter(regular, temporary)).toMatchObject([{ kind: 'regular', from: '2026-03-01', to: null }])
    expect(membershipsAfter(temporary, { ...regular, from: '2026-01-01' })).toMatchObject([{ kind: 'regular' }])
  })

  it('imported again keeps the memberships and takes the rest from the list', () => {
    const member = memberAfter(
      imported({ standings: [{ ...standing, kind: 'away', from: null, to: null }] }),
      imported({ name: 'Tên Mới', membership: { kind: 'regular', from: null, to: null } }),
    )
    expect(member.name).toBe('Tên Mới')
    expect(member.standings).toEqual([])
    expect(member.memberships).toHaveLength(1)
  })
})
