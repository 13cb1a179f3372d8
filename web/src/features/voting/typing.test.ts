import { expect, it } from 'vitest'
import { isWrittenIn } from './typing.ts'

it.each([
  [{ tagName: 'TEXTAREA' }, true],
  [{ tagName: 'INPUT', type: 'text' }, true],
  [{ tagName: 'INPUT', type: 'search' }, true],
  [{ tagName: 'DIV', isContentEditable: true }, true],
  [{ tagName: 'INPUT', type: 'checkbox' }, false],
  [{ tagName: 'INPUT', type: 'radio' }, false],
  [{ tagName: 'BUTTON' }, false],
  [{ tagName: 'BODY' }, false],
  [null, false],
])('%o is written in: %s', (element, written) => {
  expect(isWrittenIn(element)).toBe(written)
})
