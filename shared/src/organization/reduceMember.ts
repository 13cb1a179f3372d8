// One member's record after an event of their branch.
import type { ImportedMember, MemberRecord, Membership, OtherBranch } from './member.ts'
import type { MemberEvent, ReceivedMember } from './memberCommands.ts'
import { dayBefore, endedBy, isEmpty, isInForce, overlaps, type Period } from './periods.ts'

/** The one that begins on this day gets another end; ended before it began, it is gone. */
const endOne = <P extends Period>(periods: readonly P[], isMeant: (period: P) => boolean, to: string): P[] =>
  periods.map((period) => (isMeant(period) ? { ...period, to } : period)).filter((period) => !isEmpty(period))

/**
 * Nobody is in a branch twice on one day: who belongs here is not here for a time, and whoever was here for a time and belongs here
 * now was a guest until the day before.
 */
function entered(memberships: readonly Membership[], one: Membership): readonly Membership[] {
  const meets = memberships.filter((other) => overlaps(other, one))
  if (meets.some(({ kind }) => kind === 'regular' || kind === one.kind)) return memberships
  const ended = meets.flatMap((other) => (one.from === null ? [] : [endedBy(other, dayBefore(one.from))]))
  return [...memberships.filter((other) => !meets.includes(other)), ...ended.filter((other) => !isEmpty(other)), one]
}

/** An import says what a person is now; that they have been a member all the while stays as it was. */
export function importedRecord(before: MemberRecord | undefined, imported: ImportedMember): MemberRecord {
  const { membership, ...facts } = imported
  const one: Membership = { ...membership, origin: null, destination: null }
  return { ...facts, memberships: entered(before?.memberships ?? [], one) }
}

export function receivedRecord(before: MemberRecord | undefined, received: ReceivedMember): MemberRecord {
  const { kind, from, to, origin, standings, ...facts } = received
  const membership: Membership = { kind, from, to, origin, destination: null }
  return {
    title: null,
    offices: [],
    roles: [],
    ...before,
    ...facts,
    memberships: [...(before?.memberships ?? []), membership],
    standings: [
      ...(before?.standings ?? [])
        .filter((old) => !standings.some(({ kind, from }) => kind === old.kind && from === old.from))
        .map((old) => endedBy(old, dayBefore(received.from)))
        .filter((old) => !isEmpty(old)),
      ...standings,
    ],
  }
}

function transferredOut(
  member: MemberRecord,
  { to, destination }: { to: string; destination: OtherBranch },
): MemberRecord {
  return {
    ...member,
    memberships: member.memberships.map((one) =>
      one.kind === 'regular' && isInForce(one, to) ? { ...one, to, destination } : one,
    ),
    // Nobody holds an office in a branch that they have left.
    offices: member.offices.map((term) => endedBy(term, to)).filter((term) => !isEmpty(term)),
    roles: member.roles.map((role) => endedBy(role, to)).filter((role) => !isEmpty(role)),
  }
}

export function reduceMember(
  member: MemberRecord,
  event: Exclude<MemberEvent, { type: 'member.received' }>,
): MemberRecord {
  switch (event.type) {
    case 'member.standingSet':
      return { ...member, standings: [...member.standings, event.payload.standing] }
    case 'member.standingEnded': {
      const { kind, from, to } = event.payload
      return { ...member, standings: endOne(member.standings, (one) => one.kind === kind && one.from === from, to) }
    }
    case 'member.categorySet': {
      const { category, officialFrom } = event.payload
      return { ...member, category, officialFrom }
    }
    case 'member.officeAssigned': {
      const { office, from, to } = event.payload
      return { ...member, offices: [...member.offices, { office, from, to }] }
    }
    case 'member.officeEnded': {
      const { office, from, to } = event.payload
      return { ...member, offices: endOne(member.offices, (one) => one.office === office && one.from === from, to) }
    }
    case 'member.transferredOut':
      return transferredOut(member, event.payload)
    case 'member.temporaryEnded': {
      const { to } = event.payload
      const last = member.memberships.findLast(({ kind }) => kind === 'temporary')
      return { ...member, memberships: endOne(member.memberships, (one) => one === last, to) }
    }
  }
}
