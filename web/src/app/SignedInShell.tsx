// What every page behind the sign-in shares: answers kept for a while, and the outbox at work.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { Outlet } from 'react-router'
import { config } from 'zod'
import { useSession } from '../features/account/hooks/useSession.ts'
import { outboxOf } from '../features/outbox/memberOutbox.ts'
import { isPassing } from '../lib/problem.ts'
import { Splash } from '../ui/Splash.tsx'

// The server's policy forbids code made from strings, and zod would try.
config({ jitless: true })

const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Otherwise nothing is asked, and nothing said, while the browser believes that there is no network.
      networkMode: 'always',
      // A refusal stays one; silence is tried again for ever, ever more slowly.
      retry: (_count, error) => isPassing(error),
      retryDelay: (count) => Math.min(5_000, 300 * 2 ** count),
    },
  },
})

export function SignedInShell() {
  const memberId = useSession((state) => state.member?.memberId)
  useEffect(() => {
    if (memberId === undefined) return
    const stop = new AbortController()
    void outboxOf(memberId).run(stop.signal)
    return () => {
      stop.abort()
      answers.clear()
    }
  }, [memberId])
  return (
    <QueryClientProvider client={answers}>
      <Suspense fallback={<Splash />}>
        <Outlet />
      </Suspense>
    </QueryClientProvider>
  )
}
