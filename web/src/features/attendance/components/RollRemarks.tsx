// What stands beside a line of the roll call: late, gone early, set right; and for those who keep the roll the way to do so.
import type { RollLine } from '@hoi-truong/shared/attendance'
import { useWords } from '../../../i18n/index.ts'
import classes from './RollRemarks.module.css'

export interface RollRemarksProps {
  line: RollLine
  onRollCall?: (() => void) | undefined
  'data-testid': string
}

export function RollRemarks({ line, onRollCall, 'data-testid': testId }: RollRemarksProps) {
  const { t } = useWords()
  const { entry, late, leftEarly, corrected } = line
  return (
    <>
      {late && <strong className={classes.remark}>{t('roll.late')}</strong>}
      {leftEarly && <strong className={classes.remark}>{t('roll.left_early')}</strong>}
      {corrected && <strong className={classes.remark}>{t('roll.corrected')}</strong>}
      {onRollCall && (
        <button
          type="button"
          className={classes.call}
          onClick={onRollCall}
          aria-label={`${t('roll.title')}: ${entry.name}`}
          data-testid={testId}
        >
          {t('roll.title')}
        </button>
      )}
    </>
  )
}
