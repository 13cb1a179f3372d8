// Two have worked on the same plan: both versions are there, and the person chooses.
import { Button } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { differingParts } from '../differences.ts'
import type { SavedPlan } from '../planDraft.ts'
import { formOf, type PlanForm } from '../planForm.ts'
import classes from './Prepare.module.css'

export interface ConflictNoticeProps {
  mine: PlanForm
  theirs: SavedPlan
  onTheirs(): void
  onMine(): void
}

export function ConflictNotice({ mine, theirs, onTheirs, onMine }: ConflictNoticeProps) {
  const { t } = useWords()
  const parts = theirs.plan ? differingParts(mine, formOf(theirs.plan)) : []
  return (
    <Notice tone="trouble" urgent title={t('prepare.conflict_title')} data-testid="prepare-conflict">
      <p>
        {parts.length > 0
          ? t('prepare.conflict_lead', { parts: parts.map((part) => t(part)).join(', ') })
          : t('prepare.conflict_same')}
      </p>
      <div className={classes.otherButtons}>
        <Button size="md" variant="default" onClick={onTheirs} data-testid="conflict-theirs">
          {t('prepare.conflict_theirs')}
        </Button>
        <Button size="md" variant="default" onClick={onMine} data-testid="conflict-mine">
          {t('prepare.conflict_mine')}
        </Button>
      </div>
      <p className={classes.soft}>{t('prepare.conflict_mine_chosen')}</p>
    </Notice>
  )
}
