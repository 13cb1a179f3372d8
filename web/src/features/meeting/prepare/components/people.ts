// People to choose from: in the order of the list, with the office beside the name.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { RollEntry } from '@hoi-truong/shared/meeting'
import type { Translate } from '../../../../i18n/index.ts'

const offices = {
  branchSecretary: 'role.branch_secretary',
  deputySecretary: 'role.deputy_secretary',
  committeeMember: 'role.cell_committee_member',
  member: null,
} as const satisfies Record<RollEntry['office'], MessageKey | null>

function labelOf({ name, office, category }: RollEntry, t: Translate): string {
  const standing = offices[office] ?? (category === 'probationary' ? 'role.probationary_member' : null)
  return standing ? `${name} (${t(standing)})` : name
}

/** The first choice is nobody. @param chosen stays among the choices also when no longer able, so that it can be seen */
export function choices(
  members: readonly RollEntry[],
  able: (entry: RollEntry) => boolean,
  chosen: string,
  t: Translate,
): { value: string; label: string }[] {
  return [
    { value: '', label: t('prepare.nobody') },
    ...members
      .filter((entry) => able(entry) || entry.memberId === chosen)
      .map((entry) => ({ value: entry.memberId, label: labelOf(entry, t) })),
  ]
}
