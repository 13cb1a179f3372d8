// Everybody of this meeting and the roll call: who is in the room, who is not, and the counts.
import type { RollCall, RollLine } from '@hoi-truong/shared/attendance'
import { IconCircleCheckFilled, IconCircleDashed, IconCircleX, IconMailCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { compareInRoll } from '../rollOrder.ts'
import { memberStatusWords, presenceWords, standingOf } from '../words.ts'
import classes from './PeoplePanel.module.css'

const signs = {
  present: IconCircleCheckFilled,
  left: IconCircleX,
  absenceAnnounced: IconMailCheck,
  notArrived: IconCircleDashed,
}

export function PeoplePanel({ rollCall, onClose }: { rollCall: RollCall; onClose(): void }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { counts } = rollCall
  const members = rollCall.members.toSorted((a, b) => compareInRoll(a.entry, b.entry))
  const groups = [
    { id: 'in', title: t('people.in_room'), lines: members.filter(({ presence }) => presence === 'present') },
    { id: 'out', title: t('people.not_in_room'), lines: members.filter(({ presence }) => presence !== 'present') },
    { id: 'guests', title: t('people.guests'), lines: rollCall.followers },
  ]
  return (
    <aside
      id="people"
      className={classes.panel}
      aria-labelledby="people-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      data-testid="people-list"
    >
      <div className={classes.head}>
        <h2 id="people-title" ref={heading} tabIndex={-1}>
          {t('people.title')}
        </h2>
        <button type="button" className={classes.close} onClick={onClose} data-testid="people-close">
          <IconX aria-hidden />
          {t('common.close')}
        </button>
      </div>
      <dl className={classes.counts}>
        <div>
          <dt>{t('people.present')}</dt>
          <dd data-testid="count-present">{counts.present}</dd>
        </div>
        <div>
          <dt>{t('people.expected')}</dt>
          <dd data-testid="count-expected">{counts.expected}</dd>
        </div>
      </dl>
      <p className={classes.more}>
        {[
          t('people.total', { total: counts.total, official: counts.official, probationary: counts.probationary }),
          ...(counts.late > 0 ? [t('people.late', { count: counts.late })] : []),
          ...(counts.announcedAbsent > 0 ? [t('people.announced', { count: counts.announcedAbsent })] : []),
          ...(counts.exemptPresent > 0 ? [t('people.exempt_present', { count: counts.exemptPresent })] : []),
        ].join(' · ')}
      </p>
      {groups.map(
        ({ id, title, lines }) =>
          lines.length > 0 && (
            <section key={id} aria-labelledby={`people-${id}`}>
              <h3 id={`people-${id}`}>
                {title} ({lines.length})
              </h3>
              <ul className={classes.rows}>
                {lines.map((line) => (
                  <PersonRow key={line.entry.memberId} line={line} guest={id === 'guests'} />
                ))}
              </ul>
            </section>
          ),
      )}
    </aside>
  )
}

function PersonRow({ line, guest }: { line: RollLine; guest: boolean }) {
  const { t } = useWords()
  const { entry, presence, late } = line
  const Sign = signs[presence]
  const status = memberStatusWords[entry.status]
  const standing = guest ? (entry.title ?? t('role.upper_observer')) : t(standingOf(entry))
  return (
    <li
      className={classes.row}
      data-testid="person-row"
      data-member-id={entry.memberId}
      data-presence={presence}
      data-late={late}
    >
      <Sign className={classes.sign} aria-hidden />
      <div>
        <span className={classes.name}>{entry.name}</span>
        <span className={classes.standing}>{status ? `${standing} · ${t(status)}` : standing}</span>
      </div>
      <span className={classes.presence}>
        {t(presenceWords[presence])}
        {late && <span className={classes.late}>{t('roll.late')}</span>}
      </span>
    </li>
  )
}
