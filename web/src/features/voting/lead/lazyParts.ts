// The parts of leading a vote that other pages show, loaded with their words when they are shown.
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'

const keepTrying = { keepTrying: true }

/** On the chair's desk. */
export const LazyDeskPolls = lazyWithWords(
  ['polling', 'voting', 'people'],
  () => import('./components/DeskPolls.tsx').then((part) => part.DeskPolls),
  keepTrying,
)
/** Beside the room, for minutes secretary, organizers and tellers. */
export const LazyLeadPanel = lazyWithWords(
  ['polling', 'voting', 'people'],
  () => import('./components/LeadPanel.tsx').then((part) => part.LeadPanel),
  keepTrying,
)
/** Above the stage: what a teller is asked to do. */
export const LazyTellerDuty = lazyWithWords(
  ['polling'],
  () => import('./components/TellerDuty.tsx').then((part) => part.TellerDuty),
  keepTrying,
)
/** Above the stage of a hall's screen. */
export const LazySiteDuty = lazyWithWords(
  ['polling'],
  () => import('./components/SiteDuty.tsx').then((part) => part.SiteDuty),
  keepTrying,
)
/** On the page that prepares the meeting. */
export const LazyPreparePolls = lazyWithWords(
  ['polling'],
  () => import('./components/PreparePolls.tsx').then((part) => part.PreparePolls),
  keepTrying,
)
/** Where hands are counted: the page of a site, and the operator's panel in the room. */
export const LazySiteHands = lazyWithWords(
  ['polling', 'voting'],
  () => import('./components/SiteHands.tsx').then((part) => part.SiteHands),
  keepTrying,
)
