// What others show of votes, loaded with its words after the page itself: a room that is entered must not wait for a poll that may never come.
// In the room and on what follows it the parts must not fall with the network.
import { lazyWithWords } from '../../i18n/lazyWithWords.ts'

const keepTrying = { keepTrying: true }

/** What came out of one poll; for the record and the desk too. */
export const LazyPollResult = lazyWithWords(
  ['voting', 'people'],
  () => import('./components/PollResult.tsx').then((part) => part.PollResult),
  keepTrying,
)
