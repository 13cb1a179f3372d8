// The page frame with the signed-in member in it.
import { PageFrame } from '../../../ui/PageFrame.tsx'
import { session } from '../api/session.ts'
import { useSession } from '../hooks/useSession.ts'

export function MemberFrame({ children }: { children: React.ReactNode }) {
  const name = useSession((state) => state.member?.name ?? '')
  return (
    <PageFrame memberName={name} onSignOut={() => void session.signOut()}>
      {children}
    </PageFrame>
  )
}
