// Kết thúc biểu quyết: asked once; sites whose hands are missing are left out only by name.
import type { Poll, PollStanding } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { firstClick } from '../../../../ui/firstClick.ts'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import { siteNameIn } from '../../../meeting/siteNameIn.ts'
import { uncountedSites } from '../closing.ts'
import classes from './Lead.module.css'

export interface CloseDialogProps {
  poll: Poll
  standing: PollStanding | null
  onClose(): void
}

export function CloseDialog({ poll, standing, onClose }: CloseDialogProps) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const command = useRoomCommand()
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const { pollId, method } = poll.question
  const uncounted = standing && method === 'open' ? uncountedSites(standing) : []
  const unconfirmed = method === 'paper' && standing !== null && !standing.paper?.confirmedBy
  const missing = standing && method !== 'paper' ? standing.of - standing.voted : 0
  const close = async () => {
    const leaveOut = uncounted.map(({ siteId }) => siteId).filter((siteId) => leftOut.includes(siteId))
    if (await command.run('voting.close', { pollId, leaveOut })) onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={t('polling.close_title')}>
      <p className={classes.title}>{poll.question.title}</p>
      <p>{t('polling.close_lead')}</p>
      {missing > 0 && <p data-testid="poll-close-missing">{t('polling.close_not_voted', { count: missing })}</p>}
      {unconfirmed && <p data-testid="poll-close-paper">{t('polling.paper_wait')}</p>}
      {uncounted.length > 0 && (
        <fieldset className={classes.group} data-testid="poll-close-sites">
          <legend>{t('polling.sites')}</legend>
          <p>{t('polling.close_sites_lead')}</p>
          {uncounted.map(({ siteId, mayVote }) => (
            <label key={siteId} className={classes.check}>
              <input
                type="checkbox"
                checked={leftOut.includes(siteId)}
                onChange={(event) =>
                  setLeftOut(event.currentTarget.checked ? [...leftOut, siteId] : leftOut.filter((id) => id !== siteId))
                }
                data-testid="poll-close-leave-out"
                data-site-id={siteId}
              />
              {t('polling.close_without', { site: siteNameIn(meeting, siteId), count: mayVote })}
            </label>
          ))}
        </fieldset>
      )}
      {command.refusal && <ProblemNotice problem={command.refusal} data-testid="poll-close-refused" />}
      <Button
        size="lg"
        disabled={command.busy || unconfirmed || uncounted.some(({ siteId }) => !leftOut.includes(siteId))}
        onClick={firstClick(() => void close())}
        data-testid="poll-close-confirm"
      >
        {t('vote.close')}
      </Button>
      <Button size="lg" variant="default" onClick={onClose} data-autofocus data-testid="poll-close-back">
        {t('polling.keep_going')}
      </Button>
    </Dialog>
  )
}
