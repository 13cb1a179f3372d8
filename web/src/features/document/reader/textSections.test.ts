import { expect, it } from 'vitest'
import { sectionsOf } from './textSections.ts'

it('makes one list of points that follow each other', () => {
  const point = (text: string) => ({ kind: 'listItem' as const, text })
  const paragraph = { kind: 'paragraph' as const, text: 'Nhiệm vụ:' }
  expect(sectionsOf([point('một'), paragraph, point('hai'), point('ba')])).toEqual([
    { kind: 'list', items: ['một'] },
    paragraph,
    { kind: 'list', items: ['hai', 'ba'] },
  ])
})
