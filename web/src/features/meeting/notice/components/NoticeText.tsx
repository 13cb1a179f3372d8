// What the notice says: when, where, in which form, who leads, and the order of business.
import { formatDate, formatDateTime, formatTime } from '@hoi-truong/shared/i18n'
import {
  findInRoll,
  isInPersonOnly,
  type MeetingPlan,
  type MeetingRoll,
  type MeetingState,
} from '@hoi-truong/shared/meeting'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { IconUsersGroup } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import { agendaParts, inOrder } from '../../../agenda/editAgenda.ts'
import { partWords } from '../../../agenda/words.ts'
import { formWords } from '../../words.ts'
import classes from './Notice.module.css'

interface NoticeTextProps {
  meeting: MeetingState
  plan: MeetingPlan
  roll: MeetingRoll
  /** Between the facts and the order of business: nobody should have to look for how to answer. */
  children: React.ReactNode
}

export function NoticeText({ meeting, plan, roll, children }: NoticeTextProps) {
  const { t, language } = useWords()
  const nameOf = (memberId: string | null): string | null =>
    memberId === null ? null : (findInRoll({ roll }, memberId)?.name ?? null)
  const approval = plan.onlineApproval
  const sites = plan.sites.map(({ name }) => name)
  const onlyPlace = sites.length === 1 && sites[0] === plan.place
  const facts: [string, React.ReactNode][] = [
    [
      t('notice.time'),
      t('notice.until', {
        start: formatDateTime(plan.plannedStart, language),
        end: formatTime(plan.plannedEnd, language),
      }),
    ],
    [t('notice.place'), plan.place ?? (plan.form === 'online' ? t('notice.online_place') : sites.join('; '))],
    ...(sites.length > 0 && !onlyPlace ? [[t('notice.sites'), sites.join('; ')] as [string, string]] : []),
    [
      t('notice.form'),
      <>
        {t(formWords[plan.form])}
        {approval && (
          <span className={classes.small}>
            {t('notice.approval', {
              number: approval.number,
              date: formatDate(`${approval.date}T12:00:00+07:00`),
              authority: approval.authority,
            })}
          </span>
        )}
      </>,
    ],
    [t('role.chair'), nameOf(meeting.chairId) ?? ''],
    [t('role.minutes_secretary'), nameOf(meeting.minutesSecretaryId) ?? t('notice.not_named')],
    ...(plan.guests.length > 0
      ? [
          [
            t('notice.guests'),
            plan.guests.map(({ name, title }) => (title ? `${name}, ${title}` : name)).join('; '),
          ] as [string, string],
        ]
      : []),
    [
      t('notice.documents'),
      plan.documentsPostedAt
        ? t('notice.documents_posted', { time: formatDateTime(plan.documentsPostedAt, language) })
        : t('notice.documents_later'),
    ],
  ]
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {children}
      <Agenda meeting={meeting} plan={plan} nameOf={nameOf} />
    </>
  )
}

interface AgendaProps {
  meeting: MeetingState
  plan: MeetingPlan
  nameOf(memberId: string | null): string | null
}

function Agenda({ meeting, plan, nameOf }: AgendaProps) {
  const { t } = useWords()
  const rules = meeting.rules ?? defaultRuleSet
  const items = inOrder(plan.agenda)
  if (items.length === 0) return null
  return (
    <section className={classes.agenda} aria-labelledby="notice-agenda">
      <h2 id="notice-agenda">{t('agenda.title')}</h2>
      {agendaParts.map((part) => {
        const first = items.findIndex((item) => item.part === part)
        if (first === -1) return null
        return (
          <div key={part}>
            <h3>{t(partWords[part])}</h3>
            <ol start={first + 1}>
              {items
                .filter((item) => item.part === part)
                .map((item) => {
                  const presenter = nameOf(item.presenterId)
                  const { minutes } = item
                  return (
                    <li key={item.itemId} data-testid="notice-item">
                      <span className={classes.item}>{item.title}</span>
                      <span className={classes.small}>
                        {presenter ? t('notice.item', { presenter, minutes }) : t('notice.item_alone', { minutes })}
                        {isInPersonOnly(item, rules) && (
                          <span className={classes.inPerson} data-testid="notice-in-person">
                            <IconUsersGroup aria-hidden />
                            {t('agenda.inperson_only')}
                          </span>
                        )}
                      </span>
                    </li>
                  )
                })}
            </ol>
          </div>
        )
      })}
    </section>
  )
}
