// One line: a box to choose for a slip, the state in words, what can be done about it.
import { formatDate, formatDateTime } from '@hoi-truong/shared/i18n'
import {
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconFileText,
  IconLock,
  IconLockOpen,
  IconRefresh,
} from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import type { AccountTask } from './AccountDialog.tsx'
import classes from './Accounts.module.css'
import { type AccountLine, canHaveSlip, stateWords } from './findAccounts.ts'

const signs = {
  none: IconCircleDashed,
  codeIssued: IconFileText,
  requested: IconClock,
  active: IconCircleCheck,
  locked: IconBan,
}

export interface AccountRowProps {
  member: AccountLine
  place: number
  /** Null: the asking member prints no slips. */
  chosen: boolean | null
  onChoose(chosen: boolean): void
  isYourself: boolean
  canLock: boolean
  onTask(task: AccountTask): void
}

export function AccountRow({ member, place, chosen, onChoose, isYourself, canLock, onTask }: AccountRowProps) {
  const { t } = useWords()
  const { memberId, name, memberNumber, state } = member
  const Sign = signs[state]
  const choosable = chosen !== null && canHaveSlip(member)
  // Names stand in one line, with a box before them or without.
  const who = (
    <span className={classes.who}>
      <span className={classes.name}>{name}</span>
      <span className={classes.soft}>{t('account.number', { number: memberNumber })}</span>
    </span>
  )
  const small = (what: AccountTask['what'], words: string, label: string, Icon: typeof IconLock) => (
    <button
      type="button"
      className={classes.small}
      onClick={() => onTask({ what, member })}
      aria-label={label}
      data-testid={`account-${what}`}
    >
      <Icon aria-hidden />
      {words}
    </button>
  )
  return (
    <li
      value={place}
      className={classes.row}
      data-testid="account-row"
      data-member-id={memberId}
      data-state={state}
      data-chosen={chosen === true}
    >
      <span className={classes.place} aria-hidden>
        {place}
      </span>
      {choosable ? (
        <label className={classes.choice}>
          <input
            type="checkbox"
            checked={chosen}
            onChange={(event) => onChoose(event.currentTarget.checked)}
            aria-label={t('account.choose', { name })}
            data-testid="account-choose"
          />
          {who}
        </label>
      ) : (
        <span className={classes.choice}>
          {chosen !== null && <span className={classes.box} />}
          {who}
        </span>
      )}
      <div className={classes.state}>
        <span className={classes.tag} data-state={state} data-testid="account-state">
          <Sign aria-hidden />
          {t(stateWords[state])}
        </span>
        <StateDetail member={member} />
      </div>
      <div className={classes.tasks}>
        {!isYourself && !member.manageable && chosen !== null && (
          <span className={classes.soft}>{t('account.out_of_reach')}</span>
        )}
        {isYourself && <Link to="/account">{t('account.yourself')}</Link>}
        {member.manageable && state === 'active' && (
          <>
            {chosen !== null && small('reset', t('account.reset'), t('account.reset_for', { name }), IconRefresh)}
            {canLock && small('lock', t('account.lock'), t('account.lock_for', { name }), IconLock)}
          </>
        )}
        {member.manageable &&
          state === 'locked' &&
          canLock &&
          small('unlock', t('account.unlock'), t('account.unlock_for', { name }), IconLockOpen)}
      </div>
    </li>
  )
}

function StateDetail({ member: { state, codeValidUntil, lastSeenAt } }: { member: AccountLine }) {
  const { t, language } = useWords()
  if (state === 'codeIssued' && codeValidUntil !== null) {
    const day = formatDate(codeValidUntil)
    const expired = Date.parse(codeValidUntil) <= Date.now()
    return (
      <span className={classes.soft}>
        {expired ? t('account.code_expired') : t('account.code_valid_until', { day })}
      </span>
    )
  }
  if (state !== 'active') return null
  return (
    <span className={classes.soft}>
      {lastSeenAt === null
        ? t('account.never_seen')
        : t('account.last_seen', { time: formatDateTime(lastSeenAt, language) })}
    </span>
  )
}
