// Whether a secret ballot was counted: who has kept its receipt finds it here, and learns nothing else. The whole list is there too, for
// whoever wants to see that there are as many receipts as ballots.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { findReceipts, isLongEnough } from '../polls.ts'
import classes from './Record.module.css'

export function SecretReceipts({ receipts }: { receipts: readonly string[] }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const found = findReceipts(receipts, typed)
  const answer = !isLongEnough(typed)
    ? ''
    : t(
        found.length === 0
          ? 'record.receipt_missing'
          : found.length === 1
            ? 'record.receipt_found'
            : 'record.receipt_more',
      )
  return (
    <div className={classes.receipts}>
      <TextInput
        size="md"
        label={t('record.receipt')}
        description={t('record.receipt_lead')}
        classNames={{ description: classes.hint }}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-testid="record-receipt"
      />
      <p role="status" data-testid="record-receipt-answer" data-found={isLongEnough(typed) ? found.length : ''}>
        {answer}
      </p>
      <details>
        <summary>{t('record.receipts', { count: receipts.length })}</summary>
        <ol data-testid="record-receipts">
          {receipts.map((receipt) => (
            <li key={receipt}>
              <code>{receipt}</code>
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
