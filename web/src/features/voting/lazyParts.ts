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

/** In the room, from the beginning: the sheet of the poll that is on, and the card with what came out. */
export const LazyPollSheet = lazyWithWords(
  ['voting', 'people'],
  () => import('./components/PollSheet.tsx').then((part) => part.PollSheet),
  keepTrying,
)
/** Above the room's stage: what is small, what is on paper. */
export const LazyPollLines = lazyWithWords(
  ['voting'],
  () => import('./components/PollLines.tsx').then((part) => part.PollLines),
  keepTrying,
)
export const LazyPollList = lazyWithWords(
  ['voting'],
  () => import('./components/PollList.tsx').then((part) => part.PollList),
  keepTrying,
)
export const LazyFollowedPolls = lazyWithWords(
  ['voting', 'people'],
  () => import('./components/FollowedPolls.tsx').then((part) => part.FollowedPolls),
  keepTrying,
)
