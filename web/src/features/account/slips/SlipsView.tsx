// The slips that were just made, on the screen and on paper. Their codes are nowhere else: whoever leaves without them is asked once.
import type { Slips } from '@hoi-truong/shared/account'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Slip } from './Slip.tsx'
import classes from './Slips.module.css'
import { sheetsOf } from './sheets.ts'

export function SlipsView({ slips, onDone }: { slips: Slips; onDone(): void }) {
  const { t } = useWords()
  const [printed, setPrinted] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const sheets = sheetsOf(slips.slips)

  useEffect(() => {
    const afterPrint = () => setPrinted(true)
    window.addEventListener('afterprint', afterPrint)
    return () => window.removeEventListener('afterprint', afterPrint)
  }, [])
  useEffect(() => {
    if (printed) return
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', beforeUnload)
    return () => window.removeEventListener('beforeunload', beforeUnload)
  }, [printed])

  return (
    <>
      <div className={classes.tools}>
        <PageHeading>{t('account.slips_title')}</PageHeading>
        <Notice tone="info" urgent data-testid="slips-once">
          <p>{t('account.slips_once')}</p>
          <p>{t('account.slips_count', { count: slips.slips.length, pages: sheets.length })}</p>
        </Notice>
        <div className={classes.buttons}>
          <Button
            size="lg"
            leftSection={<IconPrinter aria-hidden />}
            onClick={() => window.print()}
            data-testid="slips-print"
          >
            {t('account.slips_print')}
          </Button>
          <Button
            size="lg"
            variant="default"
            onClick={() => (printed ? onDone() : setLeaving(true))}
            data-testid="slips-done"
          >
            {t('account.slips_done')}
          </Button>
        </div>
      </div>
      <div data-testid="slips">
        {sheets.map((sheet) => (
          <ol key={sheet[0]?.memberId} className={classes.sheet} data-testid="slips-sheet">
            {sheet.map((slip) => (
              <Slip
                key={slip.memberId}
                slip={slip}
                organizationName={slips.organizationName}
                validUntil={slips.validUntil}
              />
            ))}
          </ol>
        ))}
      </div>
      <Dialog opened={leaving} onClose={() => setLeaving(false)} title={t('account.slips_leave_title')}>
        <p>{t('account.slips_leave')}</p>
        <Button size="lg" variant="default" data-autofocus onClick={() => setLeaving(false)}>
          {t('common.cancel')}
        </Button>
        <Button size="lg" onClick={onDone} data-testid="slips-leave">
          {t('account.slips_leave_confirm')}
        </Button>
      </Dialog>
    </>
  )
}
