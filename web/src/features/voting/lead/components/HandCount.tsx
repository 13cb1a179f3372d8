// Nhập số giơ tay tại điểm cầu: how many may vote there, three large fields, the rest by one press, sent. Counted again when somebody
// came or went.
import { isAtSite } from '@hoi-truong/shared/attendance'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { mostChoices, type Poll, type SiteStanding, shapeOf, type Tallies } from '@hoi-truong/shared/voting'
import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { firstClick } from '../../../../ui/firstClick.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { useMeetingState } from '../../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../../meeting/hooks/useRoomCommand.ts'
import { ballotOf } from '../../pollWords.ts'
import { changeBetween, handsProblem, sumOf, withRest } from '../handTaps.ts'
import { CountField } from './CountField.tsx'
import classes from './Lead.module.css'

export interface HandCountProps {
  poll: Poll
  site: SiteStanding
  /** Something was sent, or refused because it is no longer so: look again. */
  onEntered(): void
}

export function HandCount(props: HandCountProps) {
  const around = useRef<HTMLDivElement>(null)
  return (
    <div ref={around} tabIndex={-1} className={classes.around}>
      <Count {...props} onSent={() => around.current?.focus()} />
    </div>
  )
}

/** @param props `onSent`: the form is about to make way, and the focus must not go with it */
function Count({ poll, site, onEntered, onSent }: HandCountProps & { onSent(): void }) {
  const { t } = useWords()
  const { meeting, attendance } = useMeetingState()
  const command = useRoomCommand()
  const { question, frozen } = poll
  const { siteId, mayVote, counted, stale } = site
  const options = ballotOf(t, question)
  const [tallies, setTallies] = useState<Tallies>(() => Object.fromEntries(options.map(({ id }) => [id, 0])))
  const [again, setAgain] = useState(false)
  /** Who was counted, as far as this page sent it. */
  const sent = useRef<readonly string[] | null>(null)
  const here = (frozen?.electorate ?? []).filter((memberId) => isAtSite(attendance, memberId, siteId))
  const namesOf = (ids: readonly string[]) => ids.map((id) => findInRoll(meeting, id)?.name ?? '').join(', ')
  const problem = handsProblem(question, tallies, mayVote)
  const sum = sumOf(tallies)
  const single = mostChoices(question) === 1
  const first = options[0]

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (problem) return
    const done = await command.run('voting.countHands', { pollId: question.pollId, siteId, mayVote, tallies })
    if (done) {
      sent.current = here
      setAgain(false)
      onSent()
    }
    onEntered()
  }

  if (counted && !stale && !again)
    return (
      <div className={classes.hands} data-testid="hands" data-site-id={siteId} data-state="counted">
        <Notice tone="good" data-testid="hands-sent">
          <p>{t('polling.hands_sent')}</p>
          {site.tallies && <p>{options.map(({ id, words }) => `${words} ${site.tallies?.[id] ?? 0}`).join(' · ')}</p>}
        </Notice>
        <Button
          size="md"
          variant="default"
          onClick={firstClick(() => {
            if (site.tallies) setTallies(site.tallies)
            setAgain(true)
          })}
          data-testid="hands-again"
        >
          {t('polling.hands_again')}
        </Button>
      </div>
    )
  const change = stale && sent.current ? changeBetween(sent.current, here) : null
  return (
    <form
      className={classes.hands}
      onSubmit={(event) => void send(event)}
      data-testid="hands"
      data-site-id={siteId}
      data-may-vote={mayVote}
      data-state={stale ? 'stale' : 'counting'}
    >
      {stale && (
        <Notice tone="trouble" urgent data-testid="hands-stale">
          <p>{t('polling.hands_stale', { count: mayVote })}</p>
          {change && change.came.length > 0 && <p>{t('polling.hands_came', { names: namesOf(change.came) })}</p>}
          {change && change.went.length > 0 && <p>{t('polling.hands_went', { names: namesOf(change.went) })}</p>}
        </Notice>
      )}
      <p className={classes.figure} data-testid="hands-may-vote">
        {t('polling.hands_voters', { count: mayVote })}
      </p>
      {here.length > 0 && (
        <details className={classes.fold}>
          <summary data-testid="hands-names">{t('polling.hands_names')}</summary>
          {here.length > mayVote && <p>{t('polling.hands_alone', { count: here.length - mayVote })}</p>}
          <ol className={classes.names}>
            {here.map((memberId) => (
              <li key={memberId}>{namesOf([memberId])}</li>
            ))}
          </ol>
        </details>
      )}
      {mayVote === 0 ? <p>{t('polling.hands_nobody')}</p> : <p className={classes.soft}>{t('polling.hands_raise')}</p>}
      {(mayVote > 0 || stale) && (
        <>
          <div className={classes.counts}>
            {options.map(({ id, words }) => (
              <CountField
                key={id}
                optionId={id}
                label={words}
                value={tallies[id] ?? 0}
                onChange={(count) => setTallies((now) => ({ ...now, [id]: count }))}
              />
            ))}
          </div>
          {single && first && shapeOf(question.matter) === 'approval' && (
            <Button
              size="lg"
              variant="default"
              onClick={() => setTallies(withRest(tallies, first.id, mayVote))}
              data-testid="hands-rest"
            >
              {t('polling.hands_rest', { option: first.words })}
            </Button>
          )}
          <div role="status">
            {single && (
              <p className={classes.title} data-testid="hands-sum">
                {t('polling.hands_sum', { sum, most: mayVote })}
              </p>
            )}
            {problem?.kind === 'over' && (
              <p className={classes.error} data-testid="hands-over">
                {t('polling.hands_over', { count: problem.by })}
              </p>
            )}
            {problem?.kind === 'option' && (
              <p className={classes.error} data-testid="hands-over">
                {t('polling.hands_over_option', {
                  option: options.find(({ id }) => id === problem.optionId)?.words ?? '',
                  most: mayVote,
                })}
              </p>
            )}
            {single && !problem && sum > 0 && sum < mayVote && (
              <p className={classes.soft}>{t('polling.hands_not_all', { count: mayVote - sum })}</p>
            )}
          </div>
          {command.refusal && <ProblemNotice problem={command.refusal} data-testid="hands-refused" />}
          <Button
            type="submit"
            size="lg"
            leftSection={<IconSend aria-hidden />}
            disabled={command.busy || problem !== null}
            data-testid="hands-send"
          >
            {t('polling.hands_send')}
          </Button>
        </>
      )}
    </form>
  )
}
