// Which branch this is: its name, what kind, and the committee above it.
import type { OrganizationView } from '@hoi-truong/shared/organization'
import { useWords } from '../../../i18n/index.ts'
import { dayInWords } from '../periods.ts'
import { branchTypeWords } from '../words.ts'
import classes from './Members.module.css'

export function OrganizationLine({ organization }: { organization: OrganizationView }) {
  const { t } = useWords()
  const { name, kindName, branchType, above, end } = organization
  const upper = above[0]
  return (
    <div data-testid="members-organization">
      <p className={classes.organization}>{name}</p>
      <p className={classes.soft}>
        {branchType ? t(branchTypeWords[branchType]) : kindName}
        {upper && ` · ${t('members.committee_above', { name: upper.name })}`}
      </p>
      {end && <p>{t('members.ended', { day: dayInWords(end.from) })}</p>}
    </div>
  )
}
