import type { RollEntry } from '@hoi-truong/shared/meeting'
import { expect, it } from 'vitest'
import type { Opening } from './hooks/useOpenings.ts'
import { openersOf } from './openers.ts'

const member = (memberId: string, status: RollEntry['status'] = 'active') => ({ memberId, status }) as RollEntry
const opening = (memberId: string, firstAt: string) => ({ memberId, firstAt }) as Opening

it('waits for nobody who need not come, and lists the latest reader first', () => {
  const members = [member('a'), member('b'), member('c', 'exempt'), member('d', 'away'), member('e')]
  const openings = [opening('b', '2026-11-01T12:00:00.000Z'), opening('guest', '2026-11-01T13:00:00.000Z')]
  const { opened, notOpened } = openersOf(openings, members)
  expect(opened.map(({ memberId }) => memberId)).toEqual(['guest', 'b'])
  expect(notOpened.map(({ memberId }) => memberId)).toEqual(['a', 'e'])
})
