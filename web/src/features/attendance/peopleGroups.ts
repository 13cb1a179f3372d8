// Who stands where in the list of people: by place for those who are there, then those still awaited, then those who need not come.
import type { RollCall, RollLine } from '@hoi-truong/shared/attendance'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import type { Translate } from '../../i18n/index.ts'
import { compareInRoll } from './rollOrder.ts'

export interface PeopleGroup {
  id: string
  title: string
  lines: RollLine[]
  /** From outside of the branch: titles instead of offices. */
  guests: boolean
}

const isAtSite = ({ presence, place }: RollLine, siteId: string): boolean =>
  presence === 'present' && place?.kind === 'site' && place.siteId === siteId

/** Without the empty ones. */
export function peopleGroups(t: Translate, meeting: MeetingState, call: RollCall): PeopleGroup[] {
  const members = call.members.toSorted((a, b) => compareInRoll(a.entry, b.entry))
  const out = members.filter(({ presence }) => presence !== 'present' && presence !== 'watching')
  const group = (id: string, title: string, lines: RollLine[], guests = false) => ({ id, title, lines, guests })
  return [
    ...(meeting.plan?.sites ?? []).map(({ siteId, name }) =>
      group(
        siteId,
        t('people.at_site_group', { site: name }),
        members.filter((line) => isAtSite(line, siteId)),
      ),
    ),
    group(
      'online',
      t('people.online_group'),
      members.filter(({ presence, place }) => presence === 'present' && place?.kind === 'device'),
    ),
    group(
      'watching',
      t('people.watching_group'),
      members.filter(({ presence }) => presence === 'watching'),
    ),
    group(
      'out',
      t('people.not_in_room'),
      out.filter(({ expected }) => expected),
    ),
    group(
      'outside',
      t('people.outside_group'),
      out.filter(({ expected }) => !expected),
    ),
    group('guests', t('people.guests'), call.followers, true),
    group('delegates', t('people.delegates'), call.guests, true),
  ].filter(({ lines }) => lines.length > 0)
}
