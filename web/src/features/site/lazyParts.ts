// The site's share of other pages: loaded only by the device that stands before a site.
import { lazyWithWords } from '../../i18n/lazyWithWords.ts'

export const LazySitePanel = lazyWithWords(
  ['rollcall', 'people'],
  () => import('./components/SitePanel.tsx').then((part) => part.SitePanel),
  { keepTrying: true },
)

export const LazySiteHints = lazyWithWords(
  ['rollcall'],
  () => import('./components/SiteHints.tsx').then((part) => part.SiteHints),
  { keepTrying: true },
)
