// The poll that was on has been cancelled, and why.
import type { Poll } from '@hoi-truong/shared/voting'
import { IconBan } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { usePollView } from '../hooks/usePollView.ts'
import { cancelledWords } from '../pollWords.ts'
import classes from './Poll.module.css'
import { Sheet } from './Sheet.tsx'

const testIds = { sheet: 'poll-cancelled', close: 'poll-cancelled-close' }

export function CancelledSheet({ poll }: { poll: Poll }) {
  const { t } = useWords()
  const { view } = usePollView()
  const { question } = poll
  return (
    <Sheet
      kind={t('voting.cancelled')}
      title={question.title}
      hall={false}
      pressed={() => false}
      onClose={() => view.cancelled(null)}
      testIds={testIds}
      pollId={question.pollId}
    >
      <p className={classes.why}>
        <IconBan aria-hidden />
        <span>{cancelledWords(t, poll)}</span>
      </p>
    </Sheet>
  )
}
