// Everybody in the order of the branch's list, found and filtered; chosen ones get slips.
import type { BranchAccounts, Slips } from '@hoi-truong/shared/account'
import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useSession } from '../hooks/useSession.ts'
import { AccountDialog, type AccountTask } from './AccountDialog.tsx'
import { AccountRow } from './AccountRow.tsx'
import classes from './Accounts.module.css'
import { canHaveSlip, findAccounts, hasNothing, type StateFilter } from './findAccounts.ts'
import { SlipBar } from './SlipBar.tsx'
import { StateChips } from './StateChips.tsx'

export interface AccountListProps {
  organizationId: string
  accounts: BranchAccounts
  onSlips(slips: Slips): void
}

export function AccountList({ organizationId, accounts, onSlips }: AccountListProps) {
  const { t } = useWords()
  const own = useSession((state) => state.member?.memberId)
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<StateFilter>('all')
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set())
  const [task, setTask] = useState<AccountTask | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const { members, canIssueCodes, canLock } = accounts
  const places = new Map(members.map(({ memberId }, index) => [memberId, index + 1]))
  const found = findAccounts(members, query, filter)
  // Who has made an account meanwhile is no longer among the chosen.
  const chosen = members.filter((member) => chosenIds.has(member.memberId) && canHaveSlip(member))
  const without = members.filter((member) => hasNothing(member, Date.now()))

  const choose = (memberId: string, wanted: boolean) =>
    setChosenIds((before) => {
      const after = new Set(before)
      if (wanted) after.add(memberId)
      else after.delete(memberId)
      return after
    })
  const begin = (next: AccountTask) => {
    setDone(null)
    setTask(next)
  }

  if (members.length === 0)
    return (
      <Notice tone="info">
        <p>{t('account.empty')}</p>
      </Notice>
    )
  return (
    <section className={classes.section} aria-label={t('account.list')}>
      <TextInput
        type="search"
        size="lg"
        label={t('account.search')}
        description={t('account.search_hint')}
        leftSection={<IconSearch aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-testid="accounts-search"
      />
      <StateChips members={members} filter={filter} onFilter={setFilter} />
      {canIssueCodes && without.length > 0 && (
        <Button
          size="lg"
          variant="default"
          className={classes.chooseAll}
          onClick={() => setChosenIds(new Set(without.map(({ memberId }) => memberId)))}
          data-testid="accounts-choose-all"
        >
          {t('account.choose_all', { count: without.length })}
        </Button>
      )}
      {done !== null && (
        <Notice tone="good" data-testid="accounts-done">
          <p>{done}</p>
        </Notice>
      )}
      <p role="status" className={query.trim() === '' && filter === 'all' ? 'hidden-text' : undefined}>
        {found.length === 0 ? t('account.found_none') : t('account.found', { count: found.length })}
      </p>
      <ol className={classes.list} data-testid="accounts-list">
        {found.map((member) => (
          <AccountRow
            key={member.memberId}
            member={member}
            place={places.get(member.memberId) ?? 0}
            chosen={canIssueCodes ? chosenIds.has(member.memberId) : null}
            onChoose={(wanted) => choose(member.memberId, wanted)}
            isYourself={member.memberId === own}
            canLock={canLock}
            onTask={begin}
          />
        ))}
      </ol>
      {canIssueCodes && chosen.length > 0 && (
        <SlipBar
          organizationId={organizationId}
          chosen={chosen}
          onClear={() => setChosenIds(new Set())}
          onSlips={onSlips}
        />
      )}
      {task && (
        <AccountDialog
          key={`${task.what} ${task.member.memberId}`}
          organizationId={organizationId}
          task={task}
          onClose={() => setTask(null)}
          onDone={(sentence) => {
            setTask(null)
            setDone(sentence)
          }}
          onSlips={onSlips}
        />
      )}
    </section>
  )
}
