// The app: look, routes, and what is shown when a page itself fails.
import { MantineProvider } from '@mantine/core'
import { lazy, StrictMode, Suspense, useEffect } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { session } from '../features/account/api/session.ts'
import { Splash } from '../ui/Splash.tsx'
import { PageFailure } from './PageFailure.tsx'
import { RequireSession } from './RequireSession.tsx'
import { theme } from './theme.ts'

const SignInPage = lazy(() =>
  import('../features/account/components/SignInPage.tsx').then((page) => ({ default: page.SignInPage })),
)
const SignedInShell = lazy(() => import('./SignedInShell.tsx').then((page) => ({ default: page.SignedInShell })))
const MeetingsPage = lazy(() =>
  import('../features/meeting/components/MeetingsPage.tsx').then((page) => ({ default: page.MeetingsPage })),
)
const DeviceCheckPage = lazy(() =>
  import('../features/media/components/DeviceCheckPage.tsx').then((page) => ({ default: page.DeviceCheckPage })),
)
const RoomPage = lazy(() =>
  import('../features/meeting/components/RoomPage.tsx').then((page) => ({ default: page.RoomPage })),
)
const RecordPage = lazy(() =>
  import('../features/record/components/RecordPage.tsx').then((page) => ({ default: page.RecordPage })),
)
const UnknownPage = lazy(() => import('./UnknownPage.tsx').then((page) => ({ default: page.UnknownPage })))

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
                <Route element={<RequireSession />}>
                  <Route element={<SignedInShell />}>
                    <Route index element={<MeetingsPage />} />
                    <Route path="/meetings/:meetingId/join" element={<DeviceCheckPage />} />
                    <Route path="/meetings/:meetingId" element={<RoomPage />} />
                    <Route path="/meetings/:meetingId/record" element={<RecordPage />} />
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
