// The documents' share of other features' pages: loaded with its words only where there is something to show, so that it weighs on no page.
import { lazyWithWords } from '../../i18n/lazyWithWords.ts'

export const LazyMeetingDocuments = lazyWithWords(
  ['document'],
  () => import('./components/MeetingDocuments.tsx').then((part) => part.MeetingDocuments),
  { keepTrying: true },
)

export const LazyKeepDocuments = lazyWithWords(
  ['document'],
  () => import('./components/KeepDocuments.tsx').then((part) => part.KeepDocuments),
  { keepTrying: true },
)

export const LazyPrepareDocuments = lazyWithWords(
  ['document'],
  () => import('./components/PrepareDocuments.tsx').then((part) => part.PrepareDocuments),
  { keepTrying: true },
)

export const LazyDocumentsPanel = lazyWithWords(
  ['document', 'present'],
  () => import('./room/DocumentsPanel.tsx').then((part) => part.DocumentsPanel),
  { keepTrying: true },
)

export const LazyDocumentOverlay = lazyWithWords(
  ['document'],
  () => import('./reader/DocumentOverlay.tsx').then((part) => part.DocumentOverlay),
  { keepTrying: true },
)

/** What is presented to everybody, large; nothing while nothing is. For the room's stage and for whoever follows. */
export const LazyPresentedDocument = lazyWithWords(
  ['present', 'document'],
  () => import('./present/PresentedDocument.tsx').then((part) => part.PresentedDocument),
  { keepTrying: true },
)
