// What a status means when the branch meets, by the rules in force: the sentence that the secretary reads before recording it.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { MemberStatus } from '@hoi-truong/shared/organization'
import { type Countable, isInBase, isInRate, type RuleSet } from '@hoi-truong/shared/rules'

function voting(rules: RuleSet, person: Countable): MessageKey {
  const { category, status } = person
  if (category === 'probationary') return 'members.means_no_vote'
  if (isInBase(rules, person, false)) return 'members.means_in_base'
  if (isInBase(rules, person, true)) return 'members.means_outside_base_absent'
  return status === 'active' ? 'members.means_no_vote' : 'members.means_outside_base'
}

/** Half sentences, in order. */
export function meaningOf(rules: RuleSet, person: Countable): MessageKey[] {
  return [
    isInRate(rules, person) ? 'members.means_expected' : 'members.means_not_expected',
    ...(person.status === 'suspended' ? [] : [voting(rules, person)]),
    ...outside(person.status),
  ]
}

/** Whoever is suspended is in no room and no vote, whatever the rules. */
const outside = (status: MemberStatus): MessageKey[] =>
  status === 'suspended' ? ['members.means_outside_base', 'members.means_no_room'] : []
