// The parts of comments that other pages show, loaded with their words when they are shown: `LazyComments` on the notice, on the page for
// following, beside a document, on the record; the panel and the desk's section in the room, which must not fall with the network.
import { lazyWithWords } from '../../i18n/lazyWithWords.ts'

const keepTrying = { keepTrying: true }

export const LazyComments = lazyWithWords(
  ['comment'],
  () => import('./components/Comments.tsx').then((part) => part.Comments),
  keepTrying,
)
export const LazyCommentsPanel = lazyWithWords(
  ['comment'],
  () => import('./components/CommentsPanel.tsx').then((part) => part.CommentsPanel),
  keepTrying,
)
export const LazyDeskComments = lazyWithWords(
  ['comment'],
  () => import('./components/DeskComments.tsx').then((part) => part.DeskComments),
  keepTrying,
)
