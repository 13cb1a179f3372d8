// Under the head of the room: which item is on, who presents it, how long it has taken, what comes next.
import { currentItem, nextItem, spentMs } from '@hoi-truong/shared/agenda'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../i18n/index.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useServerNow } from '../../meeting/hooks/useServerClock.ts'
import classes from './Agenda.module.css'
import { titleOf } from './titleOf.ts'

const MINUTE_MS = 60_000

/** @param children what belongs beside the item: buttons */
export function AgendaStrip({ children }: { children?: React.ReactNode }) {
  const { t } = useWords()
  const { meeting, agenda } = useMeetingState()
  const running = meeting.status === 'open'
  if (agenda.items.length === 0 || (!running && meeting.status !== 'announced')) return null
  const now = currentItem(agenda)
  const next = nextItem(agenda)
  return (
    <section
      className={classes.strip}
      aria-label={t('agenda.title')}
      data-testid="agenda-now"
      data-item-id={now?.itemId ?? ''}
    >
      {running && (
        <p className={classes.now}>
          {now ? (
            <>
              <span className={classes.label}>{t('course.now')}</span> <strong>{titleOf(agenda.items, now)}</strong>{' '}
              <ItemTime itemId={now.itemId} minutes={now.minutes} />
            </>
          ) : (
            <strong>{t(next ? 'course.between' : 'course.all_done')}</strong>
          )}
        </p>
      )}
      <p className={classes.beside}>
        {now?.presenterId && (
          <span className={classes.presenter}>
            {t('course.presenter', { name: findInRoll(meeting, now.presenterId)?.name ?? '' })}
          </span>
        )}
        {next && (
          <span data-testid="agenda-next-item" data-item-id={next.itemId}>
            {t(running ? 'course.next' : 'course.first', { title: titleOf(agenda.items, next) })}
          </span>
        )}
        {now && !next && <span>{t('course.all_done')}</span>}
      </p>
      {children}
    </section>
  )
}

/** By itself, because it alone changes with the clock. */
export function ItemTime({ itemId, minutes }: { itemId: string; minutes: number }) {
  const { t } = useWords()
  const { agenda } = useMeetingState()
  const now = useServerNow()
  const spent = Math.floor(spentMs(agenda, itemId, new Date(now).toISOString()) / MINUTE_MS)
  return (
    <span className={classes.time}>
      {minutes > 0 ? t('course.spent', { spent, minutes }) : t('course.spent_unplanned', { spent })}
      {minutes > 0 && spent > minutes && (
        <strong className={classes.over}>{t('course.over', { minutes: spent - minutes })}</strong>
      )}
    </span>
  )
}
