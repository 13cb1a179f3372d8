import { expect, it } from 'vitest'
import { type CameraCandidate, chooseCameras as choose } from './lastN.ts'

const chooseCameras = (room: CameraCandidate[]) => choose(room, 4)

const camera = (name: string, more: Partial<CameraCandidate> = {}): CameraCandidate => ({
  producerId: name,
  memberId: name,
  pinned: false,
  lastSpoke: 0,
  shown: false,
  ...more,
})

it('shows all while there are few', () => {
  expect(chooseCameras([camera('a'), camera('b')])).toEqual(new Set(['a', 'b']))
})

it('begins with who came first', () => {
  expect(chooseCameras(['a', 'b', 'c', 'd', 'e'].map((name) => camera(name)))).toEqual(new Set(['a', 'b', 'c', 'd']))
})

it('brings in who speaks, for whom nobody has heard longest', () => {
  const room = [
    camera('a', { shown: true, lastSpoke: 2 }),
    camera('b', { shown: true, lastSpoke: 3 }),
    camera('c', { shown: true, lastSpoke: 1 }),
    camera('d', { shown: true, lastSpoke: 4 }),
    camera('e', { lastSpoke: 5 }),
  ]
  expect(chooseCameras(room)).toEqual(new Set(['a', 'b', 'd', 'e']))
})

it('changes nothing for somebody new who has not spoken', () => {
  const room = [camera('new'), ...['a', 'b', 'c', 'd'].map((name) => camera(name, { shown: true }))]
  expect(chooseCameras(room)).toEqual(new Set(['a', 'b', 'c', 'd']))
})

it('always keeps the chair', () => {
  const room = [camera('chair', { pinned: true }), ...[1, 2, 3, 4, 5].map((n) => camera(`m${n}`, { lastSpoke: n }))]
  expect(chooseCameras(room)).toEqual(new Set(['chair', 'm3', 'm4', 'm5']))
})
