// Notices of absence with their reasons: all of them for the bureau, each member's own for themselves.
import type { NoticesState } from '@hoi-truong/shared/attendance'
import { formatDateTime } from '@hoi-truong/shared/i18n'
import type { Viewer } from '@hoi-truong/shared/log'
import { findInRoll } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { useWords } from '../../../i18n/index.ts'
import classes from './Record.module.css'

export function RecordNotices({ state, viewer }: { state: MeetingStreamState; viewer: Viewer }) {
  const { t } = useWords()
  const own = viewer.memberId === null ? [] : (state.members[viewer.memberId]?.attendance ?? [])
  if (viewer.bureau) {
    const all = state.bureau.attendance
    return all.length === 0 ? null : (
      <section aria-labelledby="notices">
        <h2 id="notices">{t('record.notices')}</h2>
        <p className={classes.lead}>{t('record.notices_lead')}</p>
        <NoticeList notices={all} state={state} />
      </section>
    )
  }
  return own.length === 0 ? null : (
    <section aria-labelledby="notices">
      <h2 id="notices">{t('record.own_notice')}</h2>
      <NoticeList notices={own} state={state} />
    </section>
  )
}

function NoticeList({ notices, state }: { notices: NoticesState; state: MeetingStreamState }) {
  const { t, language } = useWords()
  return (
    <ul className={classes.notices}>
      {notices.map(({ memberId, reason, at }) => (
        <li key={`${memberId}-${at}`} data-testid="record-absence" data-member-id={memberId}>
          <strong>{findInRoll(state.everyone.meeting, memberId)?.name}</strong>
          <span>{reason}</span>
          <span className={classes.standing}>{formatDateTime(at, language)}</span>
          <span className={classes.standing}>
            {t(`record.decision_${state.everyone.attendance.absences[memberId]?.decision ?? 'pending'}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
