// The app: look, routes, and what is shown when a page itself fails.
import { MantineProvider } from '@mantine/core'
import { StrictMode, Suspense, useEffect } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { session } from '../features/account/api/session.ts'
import { lazyWithWords } from '../i18n/lazyWithWords.ts'
import { Splash } from '../ui/Splash.tsx'
import { PageFailure } from './PageFailure.tsx'
import { RequireSession } from './RequireSession.tsx'
import { theme } from './theme.ts'

const SignInPage = lazyWithWords(['core'], () =>
  import('../features/account/components/SignInPage.tsx').then((page) => page.SignInPage),
)
const SignedInShell = lazyWithWords(['shell'], () => import('./SignedInShell.tsx').then((page) => page.SignedInShell))
const MeetingsPage = lazyWithWords(['meetings'], () =>
  import('../features/meeting/components/MeetingsPage.tsx').then((page) => page.MeetingsPage),
)
const DeviceCheckPage = lazyWithWords(['device'], () =>
  import('../features/media/components/DeviceCheckPage.tsx').then((page) => page.DeviceCheckPage),
)
const ConnectionTestPage = lazyWithWords(['connectiontest', 'device'], () =>
  import('../features/media/connectionTest/components/ConnectionTestPage.tsx').then((page) => page.ConnectionTestPage),
)
const RoomPage = lazyWithWords(['room', 'link', 'stage', 'people', 'device', 'floor'], () =>
  import('../features/meeting/components/RoomPage.tsx').then((page) => page.RoomPage),
)
const RecordPage = lazyWithWords(['record', 'people'], () =>
  import('../features/record/components/RecordPage.tsx').then((page) => page.RecordPage),
)
const MembersPage = lazyWithWords(['members'], () =>
  import('../features/organization/components/MembersPage.tsx').then((page) => page.MembersPage),
)
const MemberPage = lazyWithWords(['members'], () =>
  import('../features/organization/components/MemberPage.tsx').then((page) => page.MemberPage),
)
const MonitoringPage = lazyWithWords(['monitoring'], () =>
  import('../features/monitoring/components/MonitoringPage.tsx').then((page) => page.MonitoringPage),
)
const ImportPage = lazyWithWords(['import'], () =>
  import('../features/organization/import/ImportPage.tsx').then((page) => page.ImportPage),
)
const PreparePage = lazyWithWords(['prepare'], () =>
  import('../features/meeting/prepare/components/PreparePage.tsx').then((page) => page.PreparePage),
)
const SitePage = lazyWithWords(['rollcall', 'people'], () =>
  import('../features/site/components/SitePage.tsx').then((page) => page.SitePage),
)
const CheckInPage = lazyWithWords(['rollcall'], () =>
  import('../features/site/components/CheckInPage.tsx').then((page) => page.CheckInPage),
)
const NoticePage = lazyWithWords(['notice', 'meetings'], () =>
  import('../features/meeting/notice/components/NoticePage.tsx').then((page) => page.NoticePage),
)
const FollowPage = lazyWithWords(['follow', 'room', 'people'], () =>
  import('../features/follow/components/FollowPage.tsx').then((page) => page.FollowPage),
)
const PracticePage = lazyWithWords(['practice'], () =>
  import('../features/meeting/practice/PracticePage.tsx').then((page) => page.PracticePage),
)
const ActivatePage = lazyWithWords(['activation'], () =>
  import('../features/account/activation/ActivatePage.tsx').then((page) => page.ActivatePage),
)
const RegisterPage = lazyWithWords(['activation'], () =>
  import('../features/account/activation/RegisterPage.tsx').then((page) => page.RegisterPage),
)
const AccountsPage = lazyWithWords(['account'], () =>
  import('../features/account/branch/AccountsPage.tsx').then((page) => page.AccountsPage),
)
const OwnAccountPage = lazyWithWords(['account', 'activation'], () =>
  import('../features/account/own/OwnAccountPage.tsx').then((page) => page.OwnAccountPage),
)
const DocumentPage = lazyWithWords(['document'], () =>
  import('../features/document/reader/DocumentPage.tsx').then((page) => page.DocumentPage),
)
const UnknownPage = lazyWithWords(['core'], () => import('./UnknownPage.tsx').then((page) => page.UnknownPage))

export function App() {
  useEffect(() => {
    const stop = new AbortController()
    void session.start(stop.signal)
    return () => stop.abort()
  }, [])
  return (
    <StrictMode>
      <MantineProvider theme={theme}>
        <PageFailure>
          <BrowserRouter>
            <Suspense fallback={<Splash />}>
              <Routes>
                <Route path="/sign-in" element={<SignInPage />} />
                <Route path="/activate" element={<ActivatePage />} />
                <Route path="/register" element={<RegisterPage />} />
                <Route element={<RequireSession />}>
                  <Route element={<SignedInShell />}>
                    <Route index element={<MeetingsPage />} />
                    <Route path="/branches/:organizationId/meetings/new" element={<PreparePage />} />
                    <Route path="/meetings/:meetingId/prepare" element={<PreparePage />} />
                    <Route path="/meetings/:meetingId/notice" element={<NoticePage />} />
                    <Route path="/meetings/:meetingId/join" element={<DeviceCheckPage />} />
                    <Route path="/meetings/:meetingId" element={<RoomPage />} />
                    <Route path="/meetings/:meetingId/follow" element={<FollowPage />} />
                    <Route path="/meetings/:meetingId/record" element={<RecordPage />} />
                    <Route path="/meetings/:meetingId/documents/:documentId" element={<DocumentPage />} />
                    <Route path="/meetings/:meetingId/sites/:siteId" element={<SitePage />} />
                    <Route path="/meetings/:meetingId/check-in/:siteId" element={<CheckInPage />} />
                    <Route path="/branches/:organizationId/practice" element={<PracticePage />} />
                    <Route path="/connection-test" element={<ConnectionTestPage />} />
                    <Route path="/account" element={<OwnAccountPage />} />
                    <Route path="/branches/:organizationId/accounts" element={<AccountsPage />} />
                    <Route path="/committees/:organizationId" element={<MonitoringPage />} />
                    <Route path="/branches/:organizationId/members" element={<MembersPage />} />
                    <Route path="/organizations/:organizationId/import" element={<ImportPage />} />
                    <Route path="/branches/:organizationId/members/:memberId" element={<MemberPage />} />
                  </Route>
                </Route>
                <Route path="*" element={<UnknownPage />} />
              </Routes>
            </Suspense>
          </BrowserRouter>
        </PageFailure>
      </MantineProvider>
    </StrictMode>
  )
}
