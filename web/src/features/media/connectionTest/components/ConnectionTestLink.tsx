// To the connection test: from the home page, and from before a meeting, to which it then leads back.
import { IconNetwork } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../../i18n/index.ts'
import classes from './ConnectionTestLink.module.css'

export function ConnectionTestLink({ meetingId }: { meetingId?: string }) {
  const { t } = useWords()
  return (
    <Link
      to={meetingId === undefined ? '/connection-test' : `/connection-test?meeting=${encodeURIComponent(meetingId)}`}
      className={classes.link}
      data-testid="connection-test-link"
    >
      <IconNetwork aria-hidden />
      {t('connectiontest.title')}
    </Link>
  )
}
