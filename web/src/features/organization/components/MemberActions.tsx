// What the branch secretary and the deputy can do about a member now; what does not fit is not offered.
import { isInForce, type MemberView } from '@hoi-truong/shared/organization'
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import type { MemberTask } from './MemberDialog.tsx'
import classes from './Members.module.css'

export interface MemberActionsProps {
  member: MemberView
  onBegin(task: MemberTask): void
}

export function MemberActions({ member, onBegin }: MemberActionsProps) {
  const { t } = useWords()
  const { membership, category, offices, on } = member
  const regular = membership.kind === 'regular'
  const holdsOffice = offices.some((term) => isInForce(term, on))
  const button = (task: MemberTask, words: string, testId: string) => (
    <Button size="lg" variant="default" onClick={() => onBegin(task)} data-testid={testId}>
      {words}
    </Button>
  )
  return (
    <section className={classes.section} aria-labelledby="actions">
      <h2 id="actions">{t('members.actions')}</h2>
      <div className={classes.actions}>
        {button({ what: 'standing' }, t('members.set_standing'), 'member-set-standing')}
        {regular &&
          category === 'probationary' &&
          button({ what: 'official' }, t('members.make_official'), 'member-make-official')}
        {regular &&
          category === 'official' &&
          !holdsOffice &&
          button({ what: 'office' }, t('members.assign_office'), 'member-assign-office')}
        {regular &&
          membership.to === null &&
          button({ what: 'transfer' }, t('members.transfer_out'), 'member-transfer-out')}
      </div>
    </section>
  )
}
