// The way to everything but the sign-in page.
import { Navigate, Outlet, useLocation } from 'react-router'
import { useSession } from '../features/account/hooks/useSession.ts'
import { useWords } from '../i18n/index.ts'
import { Splash } from '../ui/Splash.tsx'

export function RequireSession() {
  const { t } = useWords()
  const location = useLocation()
  const status = useSession((state) => state.status)
  const unreachable = useSession((state) => state.unreachable)
  if (status === 'starting') return <Splash>{t(unreachable ? 'common.unreachable' : 'signin.checking')}</Splash>
  if (status === 'signedOut')
    return <Navigate to="/sign-in" replace state={{ from: `${location.pathname}${location.search}${location.hash}` }} />
  return <Outlet />
}
