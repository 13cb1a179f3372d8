// Above the stage: a teller is told that ballots are to be counted, with the way to where their figures are entered.
import { Button } from '@mantine/core'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import classes from './Lead.module.css'

export function TellerDuty({ onShow }: { onShow(): void }) {
  const { t } = useWords()
  return (
    <div className={classes.duty} role="status" data-testid="teller-duty">
      <p>{t('polling.teller_duty')}</p>
      <Button
        size="md"
        leftSection={<IconClipboardCheck aria-hidden />}
        aria-expanded={false}
        aria-controls="votes"
        onClick={onShow}
        data-testid="teller-open"
      >
        {t('polling.paper_enter')}
      </Button>
    </div>
  )
}
