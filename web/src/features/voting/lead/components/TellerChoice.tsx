// Tổ kiểm phiếu: found in the branch's list by typing, one press each.
import type { RollEntry } from '@hoi-truong/shared/meeting'
import { matchesSearch } from '@hoi-truong/shared/organization'
import { Button, TextInput } from '@mantine/core'
import { IconSearch, IconUserMinus, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import classes from './Lead.module.css'

/** More names at once are not read but scrolled through: another letter is quicker. */
const SHOWN = 6
/** As many as a question holds (pollQuestionSchema). */
const MOST = 9

export interface TellerChoiceProps {
  people: readonly RollEntry[]
  chosen: readonly string[]
  error: string | null
  onChange(chosen: string[]): void
}

export function TellerChoice({ people, chosen, error, onChange }: TellerChoiceProps) {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const nameOf = (id: string) => people.find(({ memberId }) => memberId === id)?.name ?? ''
  const wanted = query.trim()
  const found =
    wanted === ''
      ? []
      : people.filter(({ memberId, name }) => !chosen.includes(memberId) && matchesSearch(name, wanted))
  return (
    <fieldset className={classes.group} data-testid="poll-tellers">
      <legend>{t('polling.field_tellers')}</legend>
      {chosen.length > 0 && (
        <ul className={classes.people}>
          {chosen.map((memberId) => (
            <li key={memberId} data-testid="poll-teller" data-member-id={memberId}>
              <strong>{nameOf(memberId)}</strong>
              <Button
                size="md"
                variant="default"
                leftSection={<IconUserMinus aria-hidden />}
                aria-label={t('polling.teller_remove', { name: nameOf(memberId) })}
                onClick={() => onChange(chosen.filter((id) => id !== memberId))}
                data-testid="poll-teller-remove"
              >
                {t('polling.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error !== null && (
        <p className={classes.error} role="alert" data-testid="poll-tellers-error">
          {error}
        </p>
      )}
      <TextInput
        size="md"
        type="search"
        label={t('polling.teller_search')}
        description={t('polling.teller_search_hint')}
        leftSection={<IconSearch aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-testid="poll-teller-search"
      />
      <p role="status" className={classes.soft}>
        {wanted !== '' && found.length === 0 && t('polling.nobody_found')}
      </p>
      {found.length > 0 && (
        <ul className={classes.people}>
          {found.slice(0, SHOWN).map(({ memberId, name }) => (
            <li key={memberId}>
              <span>{name}</span>
              <Button
                size="md"
                variant="default"
                leftSection={<IconUserPlus aria-hidden />}
                aria-label={t('polling.teller_add', { name })}
                disabled={chosen.length >= MOST}
                onClick={() => {
                  onChange([...chosen, memberId])
                  setQuery('')
                }}
                data-testid="poll-teller-add"
                data-member-id={memberId}
              >
                {t('polling.add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
