// What begins and ends the showing of a document.
import { expect, test } from 'vitest'
import type { LogEvent } from '../log/index.ts'
import { type PresentationState, presentationPart } from './presentation.ts'

const { initial, reduce } = presentationPart.everyone
const event = (type: string, payload: object = {}) => ({ type, payload, at: '2026-11-03T12:40:00.000Z' }) as LogEvent
const begun = { presentationId: 'p1', documentId: 'd1', presenterId: 'm1' }
const roll = (status: string) => ({ members: [{ memberId: 'm1', status }], followers: [], guests: [] })
const on = reduce(initial, event('document.presentationStarted', begun))

test('it begins, and another takes its place', () => {
  expect(on).toEqual({ ...begun, startedAt: '2026-11-03T12:40:00.000Z' })
  const next = { ...begun, presentationId: 'p2', presenterId: 'm2' }
  expect(reduce(on, event('document.presentationStarted', next))).toMatchObject(next)
})

test.each<[string, string, object, PresentationState]>([
  ['its end', 'document.presentationEnded', { presentationId: 'p1' }, null],
  ['the end of one before', 'document.presentationEnded', { presentationId: 'p0' }, on],
  ['its document withdrawn', 'document.withdrawn', { documentId: 'd1', reason: 'x' }, null],
  ['another document withdrawn', 'document.withdrawn', { documentId: 'd2', reason: 'x' }, on],
  ['its presenter gone', 'attendance.intervalEnded', { memberId: 'm1', reason: 'lapsed' }, null],
  ['its presenter gone to sit elsewhere', 'attendance.intervalEnded', { memberId: 'm1', reason: 'moved' }, on],
  ['somebody else gone', 'attendance.intervalEnded', { memberId: 'm2', reason: 'left' }, on],
  [
    'its presenter’s device out of the room, whose member sits at a site',
    'attendance.companionLeft',
    { memberId: 'm1' },
    null,
  ],
  ['somebody else’s device out', 'attendance.companionLeft', { memberId: 'm2' }, on],
  ['its presenter suspended', 'meeting.rollUpdated', { roll: roll('suspended') }, null],
  [
    'its presenter taken off the list',
    'meeting.rollUpdated',
    { roll: { members: [], followers: [], guests: [] } },
    null,
  ],
  ['another change of the list', 'meeting.rollUpdated', { roll: roll('active') }, on],
  ['the closing', 'meeting.closed', {}, null],
  ['anything else', 'agenda.itemStarted', { itemId: 'i' }, on],
])('after %s', (_what, type, payload, expected) => {
  expect(reduce(on, event(type, payload))).toEqual(expected)
})
