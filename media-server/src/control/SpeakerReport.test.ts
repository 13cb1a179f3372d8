import { expect, it } from 'vitest'
import { SpeakerReport } from './SpeakerReport.ts'

it('says what changed once, and what goes on every fifth time', () => {
  const report = new SpeakerReport()
  report.note('m', ['a', 'b'])
  expect(report.take()).toEqual([{ meetingId: 'm', memberIds: ['a', 'b'] }])
  report.note('m', ['b', 'a'])
  expect([report.take(), report.take(), report.take()]).toEqual([[], [], []])
  expect(report.take()).toEqual([{ meetingId: 'm', memberIds: ['a', 'b'] }])
})

it('says silence once and then forgets the room', () => {
  const report = new SpeakerReport()
  report.note('m', ['a'])
  report.take()
  report.note('m', [])
  expect(report.take()).toEqual([{ meetingId: 'm', memberIds: [] }])
  const later = Array.from({ length: 10 }, () => report.take())
  expect(later.flat()).toEqual([])
})
