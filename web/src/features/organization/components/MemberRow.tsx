// One line of the list: the name leads to everything on record about the person.
import type { MemberLine } from '@hoi-truong/shared/organization'
import { IconChevronRight, IconUserShare } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { dayInWords } from '../periods.ts'
import { categoryWords, officeWords } from '../words.ts'
import classes from './Members.module.css'
import { StatusTag } from './StatusTag.tsx'

export interface MemberRowProps {
  organizationId: string
  member: MemberLine
  /** In the whole list, also while a search shows a part of it. */
  place: number
}

export function MemberRow({ organizationId, member, place }: MemberRowProps) {
  const { t } = useWords()
  const { memberId, name, office, title, category, status, standing, membership } = member
  return (
    <li
      value={place}
      className={classes.row}
      data-testid="member-row"
      data-member-id={memberId}
      data-status={status}
      data-category={category}
      data-office={office}
      data-temporary={membership.kind === 'temporary'}
    >
      <span className={classes.place} aria-hidden>
        {place}
      </span>
      <div className={classes.who}>
        <Link to={`/branches/${organizationId}/members/${memberId}`} className={classes.name} data-testid="member-name">
          {name}
          <IconChevronRight aria-hidden />
        </Link>
        <p>
          {office === 'member' ? title : <strong>{t(officeWords[office])}</strong>}
          {(office !== 'member' || title !== null) && ' · '}
          {t(categoryWords[category])}
        </p>
      </div>
      <div className={classes.marks}>
        {membership.kind === 'temporary' && (
          <span className={classes.tag} data-status="temporary">
            <IconUserShare aria-hidden />
            {t('members.temporary')}
          </span>
        )}
        {status !== 'active' && <StatusTag status={status} />}
        {standing?.to && <span className={classes.soft}>{t('members.until', { to: dayInWords(standing.to) })}</span>}
      </div>
    </li>
  )
}
