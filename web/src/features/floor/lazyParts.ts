// The parts of the floor that other pages show, loaded with their words when they are shown; in the room they must not fall with the network.
import { lazyWithWords } from '../../i18n/lazyWithWords.ts'

const keepTrying = { keepTrying: true }

export const LazyFloorPanel = lazyWithWords(
  ['floor'],
  () => import('./components/FloorPanel.tsx').then((part) => part.FloorPanel),
  keepTrying,
)
export const LazyChairFloor = lazyWithWords(
  ['floor'],
  () => import('./components/ChairFloor.tsx').then((part) => part.ChairFloor),
  keepTrying,
)
export const LazyPersonActions = lazyWithWords(
  ['floor'],
  () => import('./components/PersonActions.tsx').then((part) => part.PersonActions),
  keepTrying,
)
/** On the page of a site, for whoever runs it. */
export const LazyRaiseHandFor = lazyWithWords(
  ['floor'],
  () => import('./components/RaiseHandFor.tsx').then((part) => part.RaiseHandFor),
  keepTrying,
)
