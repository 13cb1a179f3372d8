// Above the stage, only while somebody has something to count: its parts are loaded then and not with the room.
import type { Site } from '@hoi-truong/shared/meeting'
import { openOnDevices } from '@hoi-truong/shared/voting'
import { Suspense } from 'react'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { countedBy } from './duties.ts'
import { LazySiteDuty, LazyTellerDuty } from './lazyParts.ts'

export interface VoteDutyProps {
  /** The site that this device stands before. */
  site: Site | null
  /** The panel that is shown. */
  shown: string | null
  onVotes(): void
  onSite(): void
}

export function VoteDuty({ site, shown, onVotes, onSite }: VoteDutyProps) {
  const { memberId } = useMeeting()
  const { voting } = useMeetingState()
  const counts = countedBy(voting, memberId).length > 0
  const hands = site !== null && openOnDevices(voting)?.question.method === 'open'
  return (
    <Suspense fallback={null}>
      {counts && shown !== 'votes' && <LazyTellerDuty onShow={onVotes} />}
      {hands && shown !== 'site' && <LazySiteDuty site={site} onShow={onSite} />}
    </Suspense>
  )
}
