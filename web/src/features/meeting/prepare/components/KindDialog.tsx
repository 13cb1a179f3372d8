// Another kind of meeting has another order of business: one that was worked on is not thrown away unasked.
import type { MeetingKind } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { kindWords } from '../../words.ts'
import classes from './Prepare.module.css'

export interface KindDialogProps {
  kind: MeetingKind
  onClose(): void
  onReplace(): void
  onKeep(): void
}

export function KindDialog({ kind, onClose, onReplace, onKeep }: KindDialogProps) {
  const { t } = useWords()
  return (
    <Dialog opened onClose={onClose} title={t('prepare.kind_title')}>
      <p>{t('prepare.kind_lead', { kind: t(kindWords[kind]) })}</p>
      <div className={classes.dialogButtons}>
        <Button size="md" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button size="md" variant="default" onClick={onKeep} data-autofocus data-testid="kind-keep">
          {t('prepare.kind_keep')}
        </Button>
        <Button size="md" onClick={onReplace} data-testid="kind-replace">
          {t('prepare.kind_replace')}
        </Button>
      </div>
    </Dialog>
  )
}
