// What became of one's own vote, for whoever hears the page: once at each turn, and not with each second that is left.
import type { Poll } from '@hoi-truong/shared/voting'
import { useWords } from '../../../i18n/index.ts'
import { useOwnVote } from '../hooks/useOwnVotes.ts'
import { choicesWords } from '../pollWords.ts'

export function VoteSaid({ poll: { question } }: { poll: Poll }) {
  const { t } = useWords()
  const { sending, recorded } = useOwnVote(question.pollId).state
  if (sending) return t('voting.sending')
  return recorded
    ? `${t('vote.recorded')}. ${t('voting.recorded_choice', { choices: choicesWords(t, question, recorded) })}`
    : null
}
