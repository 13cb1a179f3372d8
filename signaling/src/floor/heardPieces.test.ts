// A voice becomes speeches of the record: nothing twice, nothing too short, each on the item that was on.
import type { Speech } from '@hoi-truong/shared/floor'
import { expect, test } from 'vitest'
import { heardPieces, type Voice } from './heardPieces.ts'

const START = Date.parse('2026-11-03T12:30:00.000Z')
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString()
const voice = (from: number, to: number, more: Partial<Voice> = {}): Voice => ({
  deviceOf: 'chair',
  siteId: null,
  from: START + from * 1000,
  to: START + to * 1000,
  ...more,
})
const granted = (memberId: string, from: number, to: number | null, siteId: string | null = null): Speech => ({
  speechId: `${memberId} ${from}`,
  memberId,
  siteId,
  itemId: null,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
  reason: null,
  limitSeconds: null,
  way: 'granted',
})
const course = (itemId: string, from: number, to: number | null) => ({
  itemId,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
})
const pieces = (heard: Voice, { speeches = [] as Speech[], courses = [] as ReturnType<typeof course>[] } = {}) =>
  heardPieces('m', { agenda: { courses }, floor: { speeches } }, heard).map(
    ({ memberId, siteId, itemId, startedAt, endedAt }) => [
      memberId ?? siteId,
      itemId,
      (Date.parse(startedAt) - START) / 1000,
      (Date.parse(endedAt) - START) / 1000,
    ],
  )

test('of an own device it is the member’s, of a site’s device nobody’s by name', () => {
  expect(pieces(voice(0, 10))).toEqual([['chair', null, 0, 10]])
  expect(pieces(voice(0, 10, { siteId: 'hall' }))).toEqual([['hall', null, 0, 10]])
})

test('under five seconds it is none', () => {
  expect(pieces(voice(0, 4.999))).toEqual([])
  expect(pieces(voice(0, 5))).toHaveLength(1)
})

test('what the floor was given for is left out, that of others is not', () => {
  const speeches = [granted('chair', 20, 30), granted('other', 40, 50), granted('chair', 90, null)]
  expect(pieces(voice(0, 120), { speeches })).toEqual([
    ['chair', null, 0, 20],
    ['chair', null, 30, 90],
  ])
  // At a site whoever has the floor there speaks by the same microphone.
  const there = [granted('other', 10, 20, 'hall'), granted('chair', 30, 40)]
  expect(pieces(voice(0, 60, { siteId: 'hall' }), { speeches: there })).toEqual([
    ['hall', null, 0, 10],
    ['hall', null, 20, 60],
  ])
})

test('it is cut where another item was taken up; what is too short then goes', () => {
  const courses = [course('one', 10, 30), course('two', 30, 60), course('one', 63, null)]
  expect(pieces(voice(0, 100), { courses })).toEqual([
    ['chair', null, 0, 10],
    ['chair', 'one', 10, 30],
    ['chair', 'two', 30, 60],
    ['chair', 'one', 63, 100],
  ])
})

test('the same voice has the same ids, another has others', () => {
  const ids = (heard: Voice) =>
    heardPieces('m', { agenda: { courses: [] }, floor: { speeches: [] } }, heard).map(({ speechId }) => speechId)
  expect(ids(voice(0, 10))).toEqual(ids(voice(0, 12)))
  expect(ids(voice(0, 10))).not.toEqual(ids(voice(1, 10)))
  expect(ids(voice(0, 10))).not.toEqual(ids(voice(0, 10, { deviceOf: 'other' })))
})
