// Which polls the record shows, and what is found of a receipt.
import type { Poll, Polls } from '@hoi-truong/shared/voting'
import { describe, expect, it } from 'vitest'
import { findReceipts, isLongEnough, recordedPolls } from './polls.ts'

const poll = (title: string, openedAt: string | null): Poll => ({ question: { title }, openedAt }) as Poll

it('shows what was opened, in that order, and nothing that was only prepared', () => {
  const state: Polls = {
    polls: [
      poll('Điểm', '2026-11-03T14:00:00.000Z'),
      poll('Bỏ dở', null),
      poll('Nghị quyết', '2026-11-03T13:30:00.000Z'),
    ],
  }
  expect(recordedPolls(state).map(({ question }) => question.title)).toEqual(['Nghị quyết', 'Điểm'])
})

describe('a receipt', () => {
  const receipts = ['AbCdEf-1234', 'AbCdEf-5678', 'zyXwVu_0000']

  it('is found whole, by its beginning, and in groups as it was written down', () => {
    expect(findReceipts(receipts, 'zyXwVu_0000')).toEqual(['zyXwVu_0000'])
    expect(findReceipts(receipts, ' zyX wVu ')).toEqual(['zyXwVu_0000'])
  })

  it('is another one with another letter, or another case', () => {
    expect(findReceipts(receipts, 'zyXwVv')).toEqual([])
    expect(findReceipts(receipts, 'ZYXWVU')).toEqual([])
  })

  it('is not looked for with a few letters, and too few find more than one', () => {
    expect(isLongEnough('AbCdE')).toBe(false)
    expect(findReceipts(receipts, 'AbCdE')).toEqual([])
    expect(findReceipts(receipts, 'AbCdEf')).toHaveLength(2)
  })
})
