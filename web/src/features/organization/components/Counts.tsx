// How many, as the minutes will say: all, official, probationary; who is outside; how many are expected when the branch meets.
import { formatCount, type MessageKey } from '@hoi-truong/shared/i18n'
import type { MemberLine } from '@hoi-truong/shared/organization'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { useWords } from '../../../i18n/index.ts'
import { countExpected, countMembers } from '../countMembers.ts'
import { statusWords } from '../words.ts'
import classes from './Members.module.css'

export function Counts({ members, rules }: { members: readonly MemberLine[]; rules: RuleSet | undefined }) {
  const { t, language } = useWords()
  const { total, official, probationary, temporary, status } = countMembers(members)
  const always: [MessageKey, number, string][] = [
    ['members.count_total', total, 'total'],
    ['members.count_official', official, 'official'],
    ['members.count_probationary', probationary, 'probationary'],
  ]
  const some: [MessageKey, number, string][] = [
    [statusWords.exempt, status.exempt, 'exempt'],
    [statusWords.away, status.away, 'away'],
    [statusWords.specialDuty, status.specialDuty, 'special-duty'],
    [statusWords.suspended, status.suspended, 'suspended'],
    ['members.count_temporary', temporary, 'temporary'],
  ]
  const shown = [...always, ...some.filter(([, count]) => count > 0)]
  if (rules) shown.push(['members.count_expected', countExpected(members, rules), 'expected'])
  return (
    <section aria-label={t('members.counts')}>
      <dl className={classes.counts}>
        {shown.map(([word, count, name]) => (
          <div key={name} data-expected={name === 'expected'}>
            <dt>{t(word)}</dt>
            <dd data-testid={`members-count-${name}`}>{formatCount(count, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
