// The words by area, so that a page loads its own and no others: the first visit on a slow link waits for the core alone.
import { vi as core } from './words/core/vi.ts'

/** The English of an area has the keys of its Vietnamese: no more, no fewer. */
const area = <Key extends string>(
  vi: () => Promise<{ vi: Record<Key, string> }>,
  en: () => Promise<{ en: Record<NoInfer<Key>, string> }>,
) => ({ vi: (): Promise<Record<Key, string>> => vi().then((words) => words.vi), en: () => en().then(({ en }) => en) })

export const areas = {
  core: area(
    () => Promise.resolve({ vi: core }),
    () => import('./words/core/en.ts'),
  ),
  shell: area(
    () => import('./words/shell/vi.ts'),
    () => import('./words/shell/en.ts'),
  ),
  meetings: area(
    () => import('./words/meetings/vi.ts'),
    () => import('./words/meetings/en.ts'),
  ),
  prepare: area(
    () => import('./words/prepare/vi.ts'),
    () => import('./words/prepare/en.ts'),
  ),
  notice: area(
    () => import('./words/notice/vi.ts'),
    () => import('./words/notice/en.ts'),
  ),
  members: area(
    () => import('./words/members/vi.ts'),
    () => import('./words/members/en.ts'),
  ),
  account: area(
    () => import('./words/account/vi.ts'),
    () => import('./words/account/en.ts'),
  ),
  activation: area(
    () => import('./words/activation/vi.ts'),
    () => import('./words/activation/en.ts'),
  ),
  import: area(
    () => import('./words/import/vi.ts'),
    () => import('./words/import/en.ts'),
  ),
  device: area(
    () => import('./words/device/vi.ts'),
    () => import('./words/device/en.ts'),
  ),
  connectiontest: area(
    () => import('./words/connectiontest/vi.ts'),
    () => import('./words/connectiontest/en.ts'),
  ),
  room: area(
    () => import('./words/room/vi.ts'),
    () => import('./words/room/en.ts'),
  ),
  stage: area(
    () => import('./words/stage/vi.ts'),
    () => import('./words/stage/en.ts'),
  ),
  link: area(
    () => import('./words/link/vi.ts'),
    () => import('./words/link/en.ts'),
  ),
  people: area(
    () => import('./words/people/vi.ts'),
    () => import('./words/people/en.ts'),
  ),
  rollcall: area(
    () => import('./words/rollcall/vi.ts'),
    () => import('./words/rollcall/en.ts'),
  ),
  desk: area(
    () => import('./words/desk/vi.ts'),
    () => import('./words/desk/en.ts'),
  ),
  follow: area(
    () => import('./words/follow/vi.ts'),
    () => import('./words/follow/en.ts'),
  ),
  practice: area(
    () => import('./words/practice/vi.ts'),
    () => import('./words/practice/en.ts'),
  ),
  document: area(
    () => import('./words/document/vi.ts'),
    () => import('./words/document/en.ts'),
  ),
  present: area(
    () => import('./words/present/vi.ts'),
    () => import('./words/present/en.ts'),
  ),
  monitoring: area(
    () => import('./words/monitoring/vi.ts'),
    () => import('./words/monitoring/en.ts'),
  ),
  comment: area(
    () => import('./words/comment/vi.ts'),
    () => import('./words/comment/en.ts'),
  ),
  floor: area(
    () => import('./words/floor/vi.ts'),
    () => import('./words/floor/en.ts'),
  ),
  polling: area(
    () => import('./words/polling/vi.ts'),
    () => import('./words/polling/en.ts'),
  ),
  voting: area(
    () => import('./words/voting/vi.ts'),
    () => import('./words/voting/en.ts'),
  ),
  record: area(
    () => import('./words/record/vi.ts'),
    () => import('./words/record/en.ts'),
  ),
}

export type Area = keyof typeof areas
type KeyOf<Words> = Words extends Record<infer Key extends string, string> ? Key : never
export type MessageKey = { [A in Area]: KeyOf<Awaited<ReturnType<(typeof areas)[A]['vi']>>> }[Area]
