// For those chosen: slips. One question when that takes older slips away.
import type { Slips } from '@hoi-truong/shared/account'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { slipsAsker, useAskAgainForAccounts } from '../api/branchAccounts.ts'
import { useSending } from '../hooks/useSending.ts'
import classes from './Accounts.module.css'
import type { AccountLine } from './findAccounts.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'

export interface SlipBarProps {
  organizationId: string
  chosen: readonly AccountLine[]
  onClear(): void
  onSlips(slips: Slips): void
}

export function SlipBar({ organizationId, chosen, onClear, onSlips }: SlipBarProps) {
  const { t } = useWords()
  const { sending, problem, send } = useSending()
  const askAgain = useAskAgainForAccounts(organizationId)
  const [asking, setAsking] = useState(false)
  const reprinted = chosen.filter(({ state }) => state === 'codeIssued')

  const print = async () => {
    const memberIds = chosen.map(({ memberId }) => memberId)
    const made = await send(slipsAsker(organizationId, { memberIds, reset: false }))
    void askAgain()
    if (made) onSlips(made.answer)
  }
  return (
    <div className={classes.bar} data-testid="slip-bar" data-count={chosen.length}>
      {problem && !asking && <RefusalNotice problem={problem} testId="slips-refused" />}
      {sending === 'waiting' && !asking && (
        <Notice tone="info" data-testid="slips-waiting">
          <p>{t('account.slips_waiting')}</p>
        </Notice>
      )}
      <p role="status">{t('account.chosen', { count: chosen.length })}</p>
      <div className={classes.barButtons}>
        <Button
          size="lg"
          leftSection={<IconPrinter aria-hidden />}
          aria-disabled={sending !== 'no'}
          onClick={() => (reprinted.length > 0 ? setAsking(true) : void print())}
          data-testid="slips-make"
        >
          {sending === 'no' ? t('account.print_slips') : t('account.preparing_slips')}
        </Button>
        <Button size="lg" variant="default" onClick={onClear} data-testid="accounts-choose-none">
          {t('account.choose_none')}
        </Button>
      </div>
      {asking && (
        <ReasonDialog
          title={t('account.reprint_title')}
          means={t('account.reprint', {
            count: reprinted.length,
            names: reprinted.map(({ name }) => name).join(', '),
          })}
          confirm={t('account.reprint_confirm')}
          sending={sending}
          problem={problem}
          onConfirm={() => void print()}
          onClose={() => setAsking(false)}
          testId="slips-reprint"
        />
      )}
    </div>
  )
}
