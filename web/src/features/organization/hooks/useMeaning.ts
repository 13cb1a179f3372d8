// What a status means for meetings, as one sentence.
import type { Countable, RuleSet } from '@hoi-truong/shared/rules'
import { useWords } from '../../../i18n/index.ts'
import { meaningOf } from '../meaning.ts'

export function useMeaning(rules: RuleSet): (person: Countable) => string {
  const { t } = useWords()
  return (person) =>
    `${t('members.means')} ${meaningOf(rules, person)
      .map((key) => t(key))
      .join('; ')}.`
}
