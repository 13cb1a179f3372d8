// The rules by which the branch's next meeting is counted, readable by everybody; who may change them does so elsewhere.
import type { MeetingKind } from '@hoi-truong/shared/meeting'
import type { MemberStatus, RuleSetView } from '@hoi-truong/shared/organization'
import type { Fraction, RuleSet } from '@hoi-truong/shared/rules'
import { type Translate, useWords } from '../../../i18n/index.ts'
import { kindWords } from '../../meeting/words.ts'
import { dayInWords } from '../periods.ts'
import { itemKindWords, statusWords } from '../words.ts'
import classes from './Rules.module.css'

export function RulesInForce({ view }: { view: RuleSetView }) {
  const { t } = useWords()
  return (
    <details className={classes.rules} data-testid="members-rules">
      <summary>{t('members.rules')}</summary>
      <p data-testid="members-rules-source">{sourceOf(t, view.adoptedBy)}</p>
      <dl>
        {linesOf(t, view.ruleSet).map(([name, sentences]) => (
          <div key={name}>
            <dt>{name}</dt>
            {sentences.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
          </div>
        ))}
      </dl>
      <p className={classes.pinned}>{t('members.rules_pinned')}</p>
    </details>
  )
}

function sourceOf(t: Translate, adoptedBy: RuleSetView['adoptedBy']): string {
  if (!adoptedBy) return t('members.rules_default')
  const { name, to } = adoptedBy
  const from = dayInWords(adoptedBy.from)
  return to ? t('members.rules_between', { name, from, to: dayInWords(to) }) : t('members.rules_from', { name, from })
}

const share = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`

function linesOf(t: Translate, rules: RuleSet): [string, string[]][] {
  const { amberBelow, redUpTo } = rules.quorum
  const statuses = (list: readonly MemberStatus[]) => list.map((status) => t(statusWords[status]))
  const orNobody = (sentences: string[]) => (sentences.length > 0 ? sentences : [t('members.rule_nobody')])
  const whenAbsent = statuses(rules.outsideBaseWhenAbsent).map((status) => t('members.rule_base_absent', { status }))
  const { inRate, inBase } = rules.temporaryMembers
  return [
    [t('members.rule_late'), [t('members.rule_late_value', { minutes: rules.lateAfterMinutes })]],
    [t('members.rule_early'), [t('members.rule_early_value', { minutes: rules.earlyBeforeMinutes })]],
    [t('members.rule_length'), lengths(t, rules)],
    [t('members.rule_window'), [t('members.rule_window_value', rules.meetingDays)]],
    [t('members.rule_notice'), [t('members.rule_hours_before', { hours: rules.noticeHoursBefore })]],
    [t('members.rule_documents'), [t('members.rule_hours_before', { hours: rules.documentsHoursBefore })]],
    [
      t('members.rule_quorum'),
      [
        t('members.rule_quorum_green', { amber: share(amberBelow) }),
        t('members.rule_quorum_amber', { amber: share(amberBelow) }),
        t('members.rule_quorum_red', { red: share(redUpTo) }),
      ],
    ],
    [t('members.rule_rate'), orNobody(statuses(rules.outsideRate))],
    [t('members.rule_base'), orNobody([...statuses(rules.outsideBase), ...whenAbsent])],
    [
      t('members.rule_temporary'),
      [
        t(inRate ? 'members.rule_temporary_counted' : 'members.rule_temporary_not_counted'),
        t(inBase ? 'members.rule_temporary_votes' : 'members.rule_temporary_no_vote'),
      ],
    ],
    [t('members.rule_in_person'), orNobody(rules.inPersonOnly.map((kind) => t(itemKindWords[kind])))],
    [t('members.rule_reopen'), [t('members.rule_reopen_value', { minutes: rules.reopenMinutes })]],
  ]
}

/** Kinds without a minimum are not worth a line. */
function lengths(t: Translate, { minimumMinutes }: RuleSet): string[] {
  const set = (Object.entries(minimumMinutes) as [MeetingKind, number][]).filter(([, minutes]) => minutes > 0)
  const lines = set.map(([kind, minutes]) => t('members.rule_length_value', { kind: t(kindWords[kind]), minutes }))
  return lines.length > 0 ? lines : [t('members.rule_length_none')]
}
