// Whoever starts the system sees sentences; a stack trace is for faults of the program itself.
import { expect, it } from 'vitest'
import { explain, Problem } from './problem.mjs'

it('shows a problem as its sentence, with the last words of the command below it', () => {
  expect(explain(new Problem('Port 4000 is taken.'))).toBe('Port 4000 is taken.')
  expect(explain(new Problem('It failed.', 'one\ntwo\n'))).toBe('It failed.\n    one\n    two')
})

it.each([
  ['EACCES', 'No permission for /data/x'],
  ['ENOSPC', 'The disk is full (/data/x)'],
  ['EROFS', '/data/x is on a disk that cannot be written to'],
])('says %s in words', (code, sentence) => {
  expect(explain(Object.assign(new Error('refused'), { code, path: '/data/x' }))).toContain(sentence)
})

it('shows where an unexpected fault came from', () => {
  expect(explain(new TypeError('no such thing'))).toContain('problem.test.ts')
})
