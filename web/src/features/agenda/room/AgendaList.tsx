// The order of business by its parts, each item with how far it is; for the chair each is a button that goes to it.
import { type AgendaItem, type AgendaPart, type AgendaState, progressOf, spentMs } from '@hoi-truong/shared/agenda'
import { rulesOf } from '@hoi-truong/shared/attendance'
import { findInRoll, isInPersonOnly, type MeetingState } from '@hoi-truong/shared/meeting'
import { IconCircle, IconCircleCheckFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { partWords } from '../words.ts'
import classes from './Agenda.module.css'
import { titleOf } from './titleOf.ts'

const signs = { waiting: IconCircle, running: IconPlayerPlayFilled, done: IconCircleCheckFilled }
const MINUTE_MS = 60_000

export interface AgendaListProps {
  meeting: MeetingState
  agenda: AgendaState
  /** ISO 8601, the server's clock. */
  now: string
  /** With it each item can be gone to. */
  onStart?: (item: AgendaItem) => void
  /** Why an item cannot be gone to now; null when it can. */
  blockedBy?: (item: AgendaItem) => string | null
  busy?: boolean
}

/** Items stand in the order of the meeting; a part that is come back to has its heading again. */
function runsOf(items: readonly AgendaItem[]): { part: AgendaPart; items: AgendaItem[] }[] {
  const runs: { part: AgendaPart; items: AgendaItem[] }[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last?.part === item.part) last.items.push(item)
    else runs.push({ part: item.part, items: [item] })
  }
  return runs
}

export function AgendaList(props: AgendaListProps) {
  const { t } = useWords()
  const { items } = props.agenda
  if (items.length === 0) return <p className={classes.soft}>{t('course.empty')}</p>
  return runsOf(items).map((run) => (
    <section key={run.items[0]?.itemId} aria-label={t(partWords[run.part])}>
      <h3>{t(partWords[run.part])}</h3>
      <ol className={classes.items}>
        {run.items.map((item) => (
          <AgendaRow key={item.itemId} item={item} {...props} />
        ))}
      </ol>
    </section>
  ))
}

function AgendaRow({ item, meeting, agenda, now, onStart, blockedBy, busy }: AgendaListProps & { item: AgendaItem }) {
  const { t } = useWords()
  const progress = progressOf(agenda, item.itemId)
  const Sign = signs[progress]
  const blocked = blockedBy?.(item) ?? null
  const presenter = item.presenterId && findInRoll(meeting, item.presenterId)?.name
  const spent = Math.floor(spentMs(agenda, item.itemId, now) / MINUTE_MS)
  const beside = [
    t(`course.${progress}`),
    ...(progress === 'running' ? [t('course.spent_unplanned', { spent })] : []),
    ...(progress === 'done' ? [t('course.took', { minutes: spent })] : []),
    ...(item.minutes > 0 && progress === 'waiting' ? [t('course.planned', { minutes: item.minutes })] : []),
    ...(presenter ? [t('course.presenter', { name: presenter })] : []),
    ...(isInPersonOnly(item, rulesOf(meeting)) ? [t('agenda.inperson_only')] : []),
    ...(blocked ? [blocked] : []),
  ]
  const content = (
    <>
      <Sign className={classes.sign} aria-hidden />
      <span className={classes.words}>
        <span className={classes.title}>{titleOf(agenda.items, item)}</span>
        <span className={classes.soft}>{beside.join(' · ')}</span>
      </span>
    </>
  )
  const marks = {
    'data-testid': 'agenda-item',
    'data-item-id': item.itemId,
    'data-progress': progress,
    'aria-current': progress === 'running' ? ('step' as const) : undefined,
  }
  return (
    <li>
      {onStart && progress !== 'running' ? (
        <button
          type="button"
          className={classes.item}
          disabled={busy === true || blocked !== null}
          onClick={firstClick(() => onStart(item))}
          {...marks}
        >
          {content}
        </button>
      ) : (
        <div className={classes.item} {...marks}>
          {content}
        </div>
      )}
    </li>
  )
}
