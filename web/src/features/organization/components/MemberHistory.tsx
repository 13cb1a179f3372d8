// What a member was and is: standings with their decisions, offices, branches; the newest first. Nothing here is ever overwritten.
import type { MemberView, Period, Standing } from '@hoi-truong/shared/organization'
import { type Translate, useWords } from '../../../i18n/index.ts'
import { dayInWords, isOver } from '../periods.ts'
import { membershipWords, officeWords, standingWords } from '../words.ts'
import type { MemberTask } from './MemberDialog.tsx'
import classes from './Members.module.css'
import { PeriodList } from './PeriodList.tsx'

export interface MemberHistoryProps {
  organizationId: string
  member: MemberView
  /** Null for those who only read. */
  onBegin: ((task: MemberTask) => void) | null
}

export function MemberHistory({ organizationId, member, onBegin }: MemberHistoryProps) {
  const { t } = useWords()
  const { on, standings, offices, memberships } = member
  const current = memberships.findLast(
    ({ branch, from }) => branch.organizationId === organizationId && from === member.membership.from,
  )
  /** What is over stays as it is. */
  const ending = (period: Period, label: string, task: MemberTask) =>
    onBegin && !isOver(period, on) ? { label, act: () => onBegin(task) } : null
  return (
    <>
      <PeriodList
        heading={t('members.standings_heading')}
        today={on}
        testId="member-standings"
        items={standings.map((standing) => ({
          ...standing,
          what: t(standingWords[standing.kind]),
          lines: standingLines(t, standing),
          ending: ending(standing, t('members.end'), { what: 'endStanding', standing }),
        }))}
      />
      <PeriodList
        heading={t('members.offices_heading')}
        today={on}
        testId="member-offices"
        items={offices.map((term) => ({
          ...term,
          what: t(officeWords[term.office]),
          lines: [],
          ending: ending(term, t('members.end_office'), { what: 'endOffice', term }),
        }))}
      />
      <Category member={member} onBegin={onBegin} />
      <PeriodList
        heading={t('members.memberships_heading')}
        today={on}
        testId="member-memberships"
        items={memberships.map((one) => ({
          ...one,
          what: t(membershipWords[one.kind], { branch: one.branch.name }),
          lines: [
            ...(one.origin ? [t('members.came_from', { name: one.origin.name })] : []),
            ...(one.destination ? [t('members.went_to', { name: one.destination.name })] : []),
          ],
          ending:
            one === current && one.kind === 'temporary'
              ? ending(one, t('members.end_temporary'), { what: 'endTemporary' })
              : null,
        }))}
      />
    </>
  )
}

const standingLines = (t: Translate, { decision, ground, place }: Standing): string[] => [
  ...(decision ? [t('members.decision', { number: decision.number, date: dayInWords(decision.date) })] : []),
  ...(ground ? [t('members.ground', { ground })] : []),
  ...(place ? [t('members.place', { place })] : []),
]

/** A mistake is found soon; whoever has been official for long is not asked about. */
const isLately = (officialFrom: string | null, today: string): boolean =>
  officialFrom !== null && officialFrom > `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`

function Category({ member, onBegin }: Omit<MemberHistoryProps, 'organizationId'>) {
  const { t } = useWords()
  const { category, officialFrom } = member
  const day = officialFrom === null ? '' : dayInWords(officialFrom)
  const sentence =
    category === 'official'
      ? t(officialFrom === null ? 'members.official_unknown' : 'members.official_since', { day })
      : t(officialFrom === null ? 'members.still_probationary' : 'members.official_on', { day })
  return (
    <section className={classes.section} aria-labelledby="category" data-testid="member-category">
      <h2 id="category">{t('members.category_heading')}</h2>
      <div className={classes.period} data-time="now">
        <p className={classes.what}>{sentence}</p>
        {onBegin && isLately(officialFrom, member.on) && (
          <button
            type="button"
            className={classes.small}
            onClick={() => onBegin({ what: 'probationary' })}
            data-testid="member-undo-official"
          >
            {t('members.undo_official')}
          </button>
        )}
      </div>
    </section>
  )
}
