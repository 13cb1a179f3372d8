// What happens to the polls while the page is there: brings up the sheet or the result, and says it to whoever does not look.
import { useEffect, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { type PollNews, pollNews } from '../pollNews.ts'
import { isTyping } from '../typing.ts'
import { usePollView } from './usePollView.ts'

const keys = {
  opened: 'voting.said_open',
  openedOnPaper: 'voting.said_paper',
  closed: 'voting.said_closed',
  cancelled: 'voting.said_cancelled',
  announced: 'voting.said_announced',
} as const

/**
 * @param options `answers`: whether this page has ballots
 * @returns the last of it as a sentence, to be read out
 */
export function usePollNews({ answers }: { answers: boolean }): string {
  const { t } = useWords()
  const { room, memberId } = useMeeting()
  const { view } = usePollView()
  const [said, setSaid] = useState('')
  useEffect(
    () =>
      room.store.subscribe(({ followed, connection }, before) => {
        // What others did meanwhile, another device of the same member among them, nobody here has seen.
        if (connection !== 'connected') view.begun.clear()
        // What was there on entering is no news; after a break it is.
        if (!followed || !before.followed || followed === before.followed) return
        const news = pollNews(before.followed.state.everyone.voting, followed.state.everyone.voting)
        for (const { kind, poll } of news) {
          const { pollId } = poll.question
          if (kind === 'opened') {
            view.begun.add(pollId)
            view.cancelled(null)
            if (isTyping()) view.makeSmall(pollId)
            // A phone on the table, and its owner in thought. Where it cannot tremble, nothing happens.
            if (answers && poll.frozen?.electorate.includes(memberId)) navigator.vibrate?.(300)
          }
          if (kind === 'announced') view.announced(pollId, isTyping())
          if (kind === 'cancelled') view.cancelled(pollId)
        }
        const sentence = ({ kind, poll }: PollNews) =>
          t(kind === 'opened' && !answers ? 'voting.said_open_other' : keys[kind], { title: poll.question.title })
        if (news.length > 0) setSaid(news.map(sentence).join(' '))
      }),
    [room, memberId, view, t, answers],
  )
  return said
}
