// People to choose from: in the order of the list, with the office beside the name.
import type { RollEntry } from '@hoi-truong/shared/meeting'
import type { Translate } from '../../../../i18n/index.ts'
import { standingOf } from '../../../attendance/words.ts'

const labelOf = (entry: RollEntry, t: Translate): string =>
  entry.office === 'member' && entry.category === 'official' ? entry.name : `${entry.name} (${t(standingOf(entry))})`

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
