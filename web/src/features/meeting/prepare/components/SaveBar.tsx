// Always in sight: how things stand, and the buttons that change it.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { Button } from '@mantine/core'
import { IconDeviceFloppy, IconSend } from '@tabler/icons-react'
import { useWords } from '../../../../i18n/index.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import type { Shown } from '../findings.ts'
import type { PlanDraftState } from '../planDraft.ts'
import classes from './Prepare.module.css'

export interface SaveBarProps {
  state: PlanDraftState
  findings: readonly Shown[]
  onFindings(): void
  onSave(): void
  onAnnounce(): void
}

function stateWords({ doing, silent, dirty, saved }: PlanDraftState): MessageKey {
  if (silent) return 'prepare.state_silent'
  if (doing === 'announcing') return 'prepare.state_announcing'
  if (doing !== 'nothing') return 'prepare.state_saving'
  if (saved.revision === 0) return 'prepare.state_new'
  if (dirty) return 'prepare.state_dirty'
  return saved.status === 'announced' ? 'prepare.state_announced' : 'prepare.state_saved'
}

export function SaveBar({ state, findings, onFindings, onSave, onAnnounce }: SaveBarProps) {
  const { t } = useWords()
  const { doing, dirty, saved, theirs } = state
  const announced = saved.status === 'announced'
  const missing = findings.filter(({ blocks }) => blocks).length
  const noted = findings.length - missing
  const counts = [
    ...(missing > 0 ? [t('prepare.missing_count', { count: missing })] : []),
    ...(noted > 0 ? [t('prepare.mind_count', { count: noted })] : []),
  ]
  return (
    <div className={classes.bar} data-testid="prepare-bar" data-dirty={dirty} data-revision={saved.revision}>
      <p className={classes.state} role="status" data-testid="prepare-state">
        {t(stateWords(state))}
      </p>
      {counts.length > 0 && (
        <button type="button" className={classes.counts} onClick={onFindings} data-testid="prepare-counts">
          {counts.join(' · ')}
        </button>
      )}
      <div className={classes.barButtons}>
        {announced ? (
          <Button
            size="md"
            leftSection={<IconSend aria-hidden />}
            loading={doing !== 'nothing'}
            disabled={!dirty || theirs !== null}
            onClick={onSave}
            data-testid="prepare-update"
          >
            {t('prepare.update')}
          </Button>
        ) : (
          <>
            <Button
              size="md"
              variant="default"
              leftSection={<IconDeviceFloppy aria-hidden />}
              loading={doing === 'saving'}
              disabled={!dirty || theirs !== null || doing !== 'nothing'}
              onClick={onSave}
              data-testid="prepare-save"
            >
              {t('prepare.save_draft')}
            </Button>
            <Button
              size="md"
              leftSection={<IconSend aria-hidden />}
              loading={doing === 'announcing'}
              disabled={theirs !== null || doing !== 'nothing'}
              onClick={firstClick(onAnnounce)}
              data-testid="prepare-announce"
            >
              {t('prepare.announce')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
