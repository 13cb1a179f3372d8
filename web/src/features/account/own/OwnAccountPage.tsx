// One's own account: the devices that are signed in, and the password. For whoever has lost a phone or sees one that is not theirs.
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { MemberFrame } from '../components/MemberFrame.tsx'
import { useSession } from '../hooks/useSession.ts'
import { DeviceList } from './DeviceList.tsx'
import classes from './Own.module.css'
import { PasswordForm } from './PasswordForm.tsx'

export function OwnAccountPage() {
  const { t } = useWords()
  const member = useSession((state) => state.member)
  return (
    <MemberFrame>
      <div>
        <PageHeading>{t('accounts.own')}</PageHeading>
        {member && (
          <p className={classes.lead} data-testid="own-account">
            <strong>{member.name}</strong>
            <br />
            {t('account.own_lead', { number: member.memberNumber, branch: member.organizationName })}
          </p>
        )}
      </div>
      <DeviceList />
      <PasswordForm />
      <Link to="/" className={classes.back}>
        {t('common.back')}
      </Link>
    </MemberFrame>
  )
}
