// A member's line of an accepted list, and what it makes of the record that a branch has of them. The dry run and the decision under the
// branch's lock ask the same function, so that what was shown is what is done.
import { z } from 'zod'
import {
  heldOfficeSchema,
  type ImportedMember,
  type MemberRecord,
  membershipOn,
  type OfficeTerm,
  standingSchema,
} from './member.ts'
import { dayBefore, daySchema, endedBy, isEmpty, overlaps } from './periods.ts'
import { idSchema, memberCategorySchema, memberNumberSchema, nameSchema } from './schema.ts'

export const importLineSchema = z.strictObject({
  /** Of somebody who is not on record anywhere yet; who is has their own. */
  memberId: idSchema,
  memberNumber: memberNumberSchema,
  name: nameSchema,
  category: memberCategorySchema,
  /** Null: the list does not say. */
  officialFrom: daySchema.nullable(),
  title: nameSchema.nullable(),
  /** Null: holds none. */
  office: heldOfficeSchema.nullable(),
  /** From when the office is held, or held no more; null: the list does not say. */
  officeFrom: daySchema.nullable(),
  standing: standingSchema.nullable(),
})
export type ImportLine = z.infer<typeof importLineSchema>

export type RefusedLine = 'MEMBER_LEFT' | 'OFFICE_DATE_EARLY' | 'OFFICE_OF_PROBATIONARY' | 'STANDING_OVERLAPS'

export type LineOutcome =
  | { kind: 'new' | 'changed'; member: ImportedMember }
  | { kind: 'unchanged' }
  | { kind: 'refused'; why: RefusedLine }

/** What the dry run knows of a record; roles are assigned elsewhere and stay as they are. */
export type KnownMember = Omit<MemberRecord, 'roles'> & Partial<Pick<MemberRecord, 'roles'>>

const openPeriod = { from: null, to: null }

function newcomer(line: ImportLine): ImportedMember {
  const { office, officeFrom, standing, ...facts } = line
  return {
    ...facts,
    officialFrom: line.category === 'official' ? line.officialFrom : null,
    membership: { kind: 'regular', ...openPeriod },
    standings: standing ? [standing] : [],
    offices: office ? [{ office, from: officeFrom, to: null }] : [],
    roles: [],
  }
}

/** An office that is held already stays as it was recorded; another one ends it the day before. Null: that would rewrite the past. */
function officesAfter(before: KnownMember, line: ImportLine, day: string): readonly OfficeTerm[] | null {
  const held = before.offices.filter(({ to }) => to === null || to >= day)
  if (line.office === null ? held.length === 0 : held.some(({ office }) => office === line.office))
    return before.offices
  const start = line.officeFrom ?? day
  const ended = before.offices
    .map((term) => (held.includes(term) ? endedBy(term, dayBefore(start)) : term))
    .filter((term) => !isEmpty(term))
  if (line.office === null) return ended
  const next: OfficeTerm = { office: line.office, from: start, to: null }
  return ended.some((term) => overlaps(term, next)) ? null : [...ended, next]
}

/** @param day of the import, in Vietnam */
export function applyLine(before: KnownMember | undefined, line: ImportLine, day: string): LineOutcome {
  if (line.office !== null && line.category === 'probationary')
    return { kind: 'refused', why: 'OFFICE_OF_PROBATIONARY' }
  if (!before) return { kind: 'new', member: newcomer(line) }
  const membership =
    membershipOn(before, day)?.kind === 'regular'
      ? membershipOn(before, day)
      : before.memberships.find(({ kind, to }) => kind === 'regular' && to === null)
  if (!membership) return { kind: 'refused', why: 'MEMBER_LEFT' }
  const offices = officesAfter(before, line, day)
  if (!offices) return { kind: 'refused', why: 'OFFICE_DATE_EARLY' }
  const { standing } = line
  const same = before.standings.filter(({ kind }) => kind === standing?.kind)
  const isKnown = same.some(({ from }) => from === standing?.from)
  if (standing && !isKnown && same.some((other) => overlaps(other, standing)))
    return { kind: 'refused', why: 'STANDING_OVERLAPS' }
  const standings = standing && !isKnown ? [...before.standings, standing] : before.standings
  const officialFrom = line.category === 'official' ? (line.officialFrom ?? before.officialFrom) : null
  const title = line.title ?? before.title
  const unchanged =
    line.name === before.name &&
    line.category === before.category &&
    officialFrom === before.officialFrom &&
    title === before.title &&
    offices === before.offices &&
    standings === before.standings
  if (unchanged) return { kind: 'unchanged' }
  return {
    kind: 'changed',
    member: {
      memberId: before.memberId,
      memberNumber: before.memberNumber,
      name: line.name,
      category: line.category,
      officialFrom,
      title,
      membership: { kind: 'regular', from: membership.from, to: membership.to },
      standings: [...standings],
      offices: [...offices],
      roles: [...(before.roles ?? [])],
    },
  }
}

/** Two people who are secretary of a branch on the same day; null when there are none. */
export function twoSecretaries<M extends { memberId: string; offices: readonly OfficeTerm[] }>(
  members: Iterable<M>,
): [M, M] | null {
  const terms: { member: M; term: OfficeTerm }[] = []
  for (const member of members)
    for (const term of member.offices) if (term.office === 'branchSecretary') terms.push({ member, term })
  for (const [index, one] of terms.entries()) {
    const other = terms.slice(index + 1).find(({ member, term }) => member !== one.member && overlaps(term, one.term))
    if (other) return [one.member, other.member]
  }
  return null
}
