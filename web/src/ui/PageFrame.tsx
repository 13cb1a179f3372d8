// The frame of the quiet pages: who is signed in, the way out, the other language.
import { IconLogout, IconUserCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../i18n/index.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import classes from './PageFrame.module.css'
import { PlainButton } from './PlainButton.tsx'

export interface PageFrameProps {
  memberName: string
  onSignOut(): void
  children: React.ReactNode
}

export function PageFrame({ memberName, onSignOut, children }: PageFrameProps) {
  const { t } = useWords()
  return (
    <>
      <a className={classes.skip} href="#content">
        {t('common.skip')}
      </a>
      <header className={classes.head}>
        <div className={classes.row}>
          <Link to="/" className={classes.product}>
            {t('app.name')}
          </Link>
          <div className={classes.tools}>
            <Link
              to="/account"
              className={classes.member}
              aria-label={`${t('accounts.own')}: ${memberName}`}
              data-testid="own-account-link"
            >
              <IconUserCircle aria-hidden />
              <span className={classes.name}>{memberName}</span>
              <span className={classes.short} aria-hidden>
                {t('accounts.own_short')}
              </span>
            </Link>
            <LanguageSwitch />
            <PlainButton onClick={onSignOut} data-testid="sign-out">
              <IconLogout aria-hidden />
              {t('auth.logout')}
            </PlainButton>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes.content}>
        {children}
      </main>
    </>
  )
}
