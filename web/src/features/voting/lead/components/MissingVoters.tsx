// Who has not voted (of a secret ballot: not taken one), by name: for the chair and the minutes secretary, who ask them.
import { findInRoll } from '@hoi-truong/shared/meeting'
import { useWords } from '../../../../i18n/index.ts'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import classes from './Lead.module.css'

export interface MissingVotersProps {
  missing: readonly string[]
  secret: boolean
}

export function MissingVoters({ missing, secret }: MissingVotersProps) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  if (missing.length === 0 && secret) return null
  if (missing.length === 0) return <p data-testid="poll-all-voted">{t('polling.all_voted')}</p>
  return (
    <details className={classes.fold} data-testid="poll-missing" data-count={missing.length}>
      <summary>{t(secret ? 'polling.missing_ballot' : 'polling.missing', { count: missing.length })}</summary>
      <ol className={classes.names}>
        {missing.map((memberId) => (
          <li key={memberId} data-testid="poll-missing-name" data-member-id={memberId}>
            {findInRoll(meeting, memberId)?.name}
          </li>
        ))}
      </ol>
    </details>
  )
}
