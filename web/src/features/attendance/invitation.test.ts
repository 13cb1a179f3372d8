// Which answer holds while one is on its way.
import { expect, it } from 'vitest'
import type { OutboxItem } from '../outbox/outbox.ts'
import { answerNow } from './invitation.ts'

const item = (change: Partial<OutboxItem>): OutboxItem => ({
  id: '1',
  type: 'attendance.answer',
  streamId: 'meeting',
  payload: {},
  tried: false,
  refusal: null,
  taken: null,
  settledAt: null,
  ...change,
})
const taken = { streamId: 'meeting', seq: 4 }

it('is what the server says when nothing is on its way', () => {
  expect(answerNow('none', 10, undefined)).toBe('none')
  expect(answerNow('absenceAccepted', 10, undefined)).toBe('absenceAccepted')
})

it('is what was pressed here until the server has been heard again', () => {
  expect(answerNow('none', 10, item({}))).toBe('attending')
  expect(answerNow('attending', 10, item({ type: 'attendance.reportAbsence' }))).toBe('absencePending')
  expect(answerNow('none', 10, item({ taken, settledAt: 20 }))).toBe('attending')
  // Changed on another device since.
  expect(answerNow('absencePending', 30, item({ taken, settledAt: 20 }))).toBe('absencePending')
})

it('knows what the committee said to a notice that was given here', () => {
  const notice = item({ type: 'attendance.reportAbsence', taken, settledAt: 20 })
  expect(answerNow('absenceRefused', 15, notice)).toBe('absenceRefused')
})

it('is not what was refused, nor what came after the closing', () => {
  expect(answerNow('none', 10, item({ refusal: { code: 'MEETING_CANCELLED' }, settledAt: 20 }))).toBe('none')
  const late = item({ type: 'attendance.reportAbsence', taken: { streamId: 'branch', seq: 2 }, settledAt: 20 })
  expect(answerNow('none', 10, late)).toBe('none')
})
