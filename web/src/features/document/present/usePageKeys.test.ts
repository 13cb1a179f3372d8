import { describe, expect, it } from 'vitest'
import { turnBy } from './usePageKeys.ts'

/** As far as it is asked: which of these it lies in. */
const inside = (...places: string[]) =>
  ({
    closest: (selector: string) => (places.some((place) => selector.split(', ').includes(place)) ? {} : null),
  }) as unknown as Element

describe('keys that turn the page', () => {
  it('are the arrows and what a remote control sends', () => {
    expect(['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp'].map((key) => turnBy(key, null))).toEqual([1, 1, -1, -1])
    expect(['ArrowDown', ' ', 'Enter', 'a'].map((key) => turnBy(key, null))).toEqual([null, null, null, null])
  })

  it('mean something else in a field, a menu or a question', () => {
    for (const place of ['input', 'textarea', '[role=dialog]', '[role=menu]'])
      expect(turnBy('PageDown', inside(place))).toBeNull()
  })

  it('leave the arrows to a panel, and take a remote control’s from there too', () => {
    expect(turnBy('ArrowRight', inside('aside'))).toBeNull()
    expect(turnBy('PageDown', inside('aside'))).toBe(1)
  })
})
