// What came out of a poll: figures against the base with the sum, where they came from, what they decide; in words and not by colour alone.
// Takes no place in a room: the record and the chair's desk show it too.

import { formatShare } from '@hoi-truong/shared/i18n'
import { findInRoll, type MeetingState } from '@hoi-truong/shared/meeting'
import type { Poll, PollOutcome, Tallies } from '@hoi-truong/shared/voting'
import { useWords } from '../../../i18n/index.ts'
import { baseSum } from '../../attendance/words.ts'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import { figuresOf, ownChoices, votedAlone } from '../figures.ts'
import { ballotOf, choicesWords, optionWords } from '../pollWords.ts'
import { Names } from './Names.tsx'
import classes from './Result.module.css'
import { Verdict } from './Verdict.tsx'

const standingWords = { elected: 'voting.elected', tied: 'voting.tied', notElected: 'voting.not_elected' } as const

export interface PollResultProps {
  poll: Poll
  /** The chair reads it before it is announced. */
  outcome: PollOutcome
  meeting: MeetingState
  /** Who reads it: what they chose themselves is said, where it is on the record. */
  memberId?: string
  /** What the reader's own device knows of a secret ballot. */
  children?: React.ReactNode
}

export function PollResult({ poll, outcome, meeting, memberId, children }: PollResultProps) {
  const { t, language } = useWords()
  const { question, frozen } = poll
  if (!frozen) return null
  const { base } = frozen.base
  const own = memberId === undefined ? null : ownChoices(outcome, memberId)
  const namesOf = (memberIds: readonly string[]) =>
    memberIds.map((id) => findInRoll(meeting, id)?.name ?? '').join(', ')
  // Names keep their capitals.
  const inSentence = (words: string) =>
    question.options.length > 0 ? words : words.charAt(0).toLocaleLowerCase(language) + words.slice(1)
  const inWords = (tallies: Tallies) =>
    ballotOf(t, question)
      .map(({ id, words }) => t('voting.tally', { option: inSentence(words), count: tallies[id] ?? 0 }))
      .join(', ')
  const alone = votedAlone(outcome)
  return (
    <div className={classes.result} data-testid="poll-result" data-poll-id={question.pollId}>
      <Verdict poll={poll} outcome={outcome} />
      <ul className={classes.figures} data-testid="poll-figures">
        {figuresOf(question, outcome).map(({ optionId, votes, standing }) => (
          <li key={optionId} data-option-id={optionId} data-votes={votes} data-standing={standing ?? ''}>
            <span className={classes.option}>
              {optionWords(t, question, optionId)}
              {standing && <strong className={classes.standing}>{t(standingWords[standing])}</strong>}
            </span>
            <span className={classes.votes}>
              {t('voting.share_of', { votes, base, share: formatShare(votes, base, language) })}
            </span>
            <span
              className={classes.bar}
              aria-hidden
              style={{ '--share': base === 0 ? 0 : votes / base } as React.CSSProperties}
            />
          </li>
        ))}
      </ul>
      <p className={classes.line} data-testid="poll-base">
        {t('voting.base', { sum: baseSum(t, frozen.base) })}
      </p>
      {outcome.paper && (
        <p className={classes.line} data-testid="poll-paper-figures">
          {t('voting.paper_figures', {
            issued: outcome.paper.issued,
            returned: outcome.paper.returned,
            valid: outcome.paper.valid,
            invalid: outcome.paper.invalid,
          })}
          . {t('voting.tellers', { names: namesOf(outcome.paper.tellerIds) })}
        </p>
      )}
      <p className={classes.line} data-testid="poll-not-voted" data-count={outcome.notVoted}>
        {t('voting.not_voted', { count: outcome.notVoted })}
      </p>
      {own && <p className={classes.own}>{t('voting.you_voted', { choices: choicesWords(t, question, own) })}</p>}
      {children}
      {(outcome.sites.length > 0 || alone > 0) && (
        <section aria-label={t('voting.where_from')}>
          <ul className={classes.sources} data-testid="poll-sources">
            {outcome.sites.map(({ siteId, mayVote, tallies }) => (
              <li key={siteId} data-site-id={siteId}>
                {t('voting.at_site', { site: siteNameIn(meeting, siteId), count: mayVote, tallies: inWords(tallies) })}
              </li>
            ))}
            {alone > 0 && (
              <li>
                {t('voting.on_devices', {
                  count: alone,
                  tallies: inWords(
                    Object.fromEntries(Object.entries(outcome.votes ?? {}).map(([id, who]) => [id, who.length])),
                  ),
                })}
              </li>
            )}
          </ul>
        </section>
      )}
      {alone > 0 && (
        <Names title={t('voting.who_voted')} testId="poll-who-voted">
          {ballotOf(t, question).flatMap(({ id, words }) => {
            const who = outcome.votes?.[id] ?? []
            return who.length === 0 ? [] : [t('voting.names', { option: words, names: namesOf(who) })]
          })}
        </Names>
      )}
      {outcome.secret && (
        <>
          <Names title={t('voting.who_took', { count: outcome.secret.participants.length })} testId="poll-participants">
            {outcome.secret.participants.map((id) => namesOf([id]))}
          </Names>
          <Names title={t('voting.ballots_listed', { count: outcome.secret.ballots.length })} testId="poll-ballots">
            {outcome.secret.ballots.map((choices) => choicesWords(t, question, choices))}
          </Names>
        </>
      )}
    </div>
  )
}
