import { describe, expect, it } from 'vitest'
import { chooseLayout, inOrderOfAppearance, type Scene, type Shown } from './layout.ts'

const scene = (change: Partial<Scene> = {}): Scene => ({
  choice: 'auto',
  shown: false,
  pinned: false,
  site: false,
  floor: false,
  people: 5,
  ...change,
})

describe('by itself', () => {
  it.each([
    ['alone', { people: 1 }, 'gallery'],
    ['two, one with the floor', { people: 2, floor: true }, 'gallery'],
    ['a few', { people: 9 }, 'gallery'],
    ['somebody has the floor', { floor: true }, 'speaker'],
    ['a large room', { people: 10 }, 'speaker'],
    ['sixty', { people: 60 }, 'speaker'],
    ['before a site', { site: true }, 'speaker'],
    ['before a site, with one other', { site: true, people: 2 }, 'speaker'],
    ['before a site, alone', { site: true, people: 1 }, 'gallery'],
    ['a paper is shown', { shown: true, floor: true }, 'shown'],
    ['a paper is shown to two', { shown: true, people: 2 }, 'shown'],
  ] as const)('%s', (_, change, layout) => {
    expect(chooseLayout(scene(change))).toBe(layout)
  })
})

it.each(['speaker', 'gallery'] as const)('keeps to the person’s choice of %s while people are shown', (choice) => {
  for (const change of [{}, { floor: true }, { people: 25 }, { site: true }])
    expect(chooseLayout(scene({ choice, ...change }))).toBe(choice)
  expect(chooseLayout(scene({ choice, shown: true }))).toBe('shown')
})

it('shows who was pinned large, also where everybody was chosen', () => {
  expect(chooseLayout(scene({ choice: 'gallery', pinned: true }))).toBe('speaker')
  expect(chooseLayout(scene({ people: 2, pinned: true }))).toBe('speaker')
})

describe('what is shown', () => {
  const thing = (id: string): Shown => ({ id, kind: 'screen', memberId: id })

  it('is what came up last', () => {
    const one = inOrderOfAppearance([], [thing('paper')])
    const two = inOrderOfAppearance(one, [thing('screen'), thing('paper')])
    expect(two.map(({ id }) => id)).toEqual(['paper', 'screen'])
    expect(inOrderOfAppearance(two, [thing('paper')]).map(({ id }) => id)).toEqual(['paper'])
  })

  it('comes up again as new when it was gone', () => {
    const gone = inOrderOfAppearance([thing('a'), thing('b')], [thing('b')])
    expect(inOrderOfAppearance(gone, [thing('a'), thing('b')]).map(({ id }) => id)).toEqual(['b', 'a'])
  })
})
