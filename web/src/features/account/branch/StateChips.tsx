// The list by state, with how many there are of each.
import { useWords } from '../../../i18n/index.ts'
import classes from './Accounts.module.css'
import { type AccountLine, accountStates, countStates, type StateFilter, stateWords } from './findAccounts.ts'

export interface StateChipsProps {
  members: readonly AccountLine[]
  filter: StateFilter
  onFilter(filter: StateFilter): void
}

export function StateChips({ members, filter, onFilter }: StateChipsProps) {
  const { t } = useWords()
  const counts = countStates(members)
  const chips: [StateFilter, string, number][] = [
    ['all', t('account.filter_all'), members.length],
    ...accountStates.map((state): [StateFilter, string, number] => [state, t(stateWords[state]), counts[state]]),
  ]
  return (
    <fieldset className={classes.chips}>
      <legend>{t('account.filter')}</legend>
      {chips.map(([value, words, count]) => (
        <label key={value} className={classes.chip}>
          <input
            type="radio"
            name="account-state"
            checked={filter === value}
            onChange={() => onFilter(value)}
            data-testid={`accounts-filter-${value}`}
          />
          {words} <strong>{count}</strong>
        </label>
      ))}
    </fieldset>
  )
}
