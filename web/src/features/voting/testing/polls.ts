// Polls for tests of what is shown of them.
import type { FrozenPoll, Poll, PollQuestion } from '@hoi-truong/shared/voting'

export const moreThanHalf = { numerator: 1, denominator: 2, strict: true }
export const twoThirds = { numerator: 2, denominator: 3, strict: false }

export const frozen: FrozenPoll = {
  threshold: moreThanHalf,
  base: {
    official: 23,
    deductions: [
      { status: 'away', absent: false, count: 1 },
      { status: 'exempt', absent: true, count: 1 },
    ],
    base: 21,
  },
  electorate: Array.from({ length: 21 }, (_, place) => `dv${place + 1}`),
  inPersonOnly: false,
  publicKey: null,
}

const question: PollQuestion = {
  pollId: 'p',
  itemId: null,
  matter: 'resolution',
  method: 'open',
  title: 'Thông qua Nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 11/2026',
  options: [],
  maxChoices: 1,
  showTallies: false,
  tellerIds: [],
  repeats: null,
}

export const pollOf = (asked: Partial<PollQuestion> = {}, rest: Partial<Poll> = {}): Poll => ({
  question: { ...question, ...asked },
  revision: 1,
  stage: 'open',
  frozen,
  openedAt: '2026-11-03T13:00:00.000Z',
  closedAt: null,
  announcedAt: null,
  reason: null,
  wasCounted: false,
  outcome: null,
  ...rest,
})
