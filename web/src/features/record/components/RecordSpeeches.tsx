// Who spoke on what, from when to when: those with the floor, and whoever was heard without.
import { formatClock, formatDuration } from '@hoi-truong/shared/i18n'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { useWords } from '../../../i18n/index.ts'
import { type SpeakerLine, speechGroups } from '../speeches.ts'
import classes from './Record.module.css'

export function RecordSpeeches({ state }: { state: MeetingStreamState['everyone'] }) {
  const { t } = useWords()
  const groups = speechGroups(state)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="speeches">
      <h2 id="speeches">{t('record.speeches')}</h2>
      {groups.map(({ itemId, title, speakers }) => (
        <div key={itemId} data-testid="record-speeches" data-item-id={itemId ?? ''}>
          <h3>{title ?? t('record.speeches_between')}</h3>
          <ul className={classes.notices}>
            {speakers.map((line) => (
              <Speaker key={line.key} line={line} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Speaker({ line }: { line: SpeakerLine }) {
  const { t, language } = useWords()
  const { memberId, name, site, spans, totalMs } = line
  const times = spans.map(({ from, to }) =>
    t('record.speech_times', { from: formatClock(from), to: to === null ? '…' : formatClock(to) }),
  )
  return (
    <li data-testid="record-speech" data-member-id={memberId ?? ''} data-count={spans.length}>
      <strong>{name ?? t('record.speech_at_site', { site: site ?? '' })}</strong>
      <span>{times.join('; ')}</span>
      <span className={classes.standing}>
        {[
          ...(name !== null && site !== null ? [site] : []),
          ...(totalMs > 0 ? [t('record.speech_total', { length: formatDuration(totalMs, language) })] : []),
        ].join(' · ')}
      </span>
    </li>
  )
}
