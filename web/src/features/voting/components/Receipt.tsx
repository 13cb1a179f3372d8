// Whether the ballot from this device is among those published: all that its receipt can show.
import type { Poll } from '@hoi-truong/shared/voting'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { isListed, ownReceipt } from '../secret/secretVote.ts'
import classes from './Poll.module.css'

export function Receipt({ poll: { question, outcome } }: { poll: Poll }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const receipt = ownReceipt(memberId, question.pollId)
  if (receipt === null || !outcome?.secret) return null
  const listed = isListed(outcome.secret.receipts, receipt)
  return (
    <p className={listed ? classes.good : classes.why} data-testid="ballot-listed" data-listed={listed}>
      {listed ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
      <span>{t(listed ? 'voting.ballot_listed' : 'voting.ballot_not_listed')}</span>
    </p>
  )
}
