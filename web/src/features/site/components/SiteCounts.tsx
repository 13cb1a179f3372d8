// How many sit at a site, are present in all, and are expected; and whether these figures still move.
import { isAtSite, rollCall } from '@hoi-truong/shared/attendance'
import { useWords } from '../../../i18n/index.ts'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeeting, useRoomState } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import classes from './Site.module.css'

export function SiteCounts({ siteId }: { siteId: string }) {
  const { t } = useWords()
  const { room } = useMeeting()
  const { meeting, attendance } = useMeetingState()
  const connection = useRoomState((state) => state.connection)
  const call = rollCall(meeting, attendance, new Date(room.now()).toISOString())
  const here = [...call.members, ...call.followers, ...call.guests].filter(({ entry }) =>
    isAtSite(attendance, entry.memberId, siteId),
  ).length
  return (
    <>
      <dl className={classes.counts}>
        <div>
          <dt>{t('rollcall.at_this_site')}</dt>
          <dd data-testid="site-count">{here}</dd>
        </div>
        <div>
          <dt>{t('people.present')}</dt>
          <dd data-testid="count-present">{call.counts.present}</dd>
        </div>
        <div>
          <dt>{t('people.expected')}</dt>
          <dd data-testid="count-expected">{call.counts.expected}</dd>
        </div>
      </dl>
      {connection !== 'connected' && <ProblemNotice problem={{ code: 'UNREACHABLE' }} data-testid="site-connection" />}
    </>
  )
}
