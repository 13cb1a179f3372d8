import { describe, expect, it, test } from 'vitest'
import { findInCode, groupCode, missingIn } from './codeField.ts'

describe('groups', () => {
  test.each([
    ['', ''],
    ['7k2', '7K2'],
    ['7k2m', '7K2M'],
    ['7k2m9', '7K2M-9'],
    ['7K2M-', '7K2M'],
    ['7K2M9XQ4B3TDA', '7K2M-9XQ4-B3TDA'],
    [' 7k2m 9xq4 b3tda ', '7K2M-9XQ4-B3TDA'],
    ['oil0', '0110'],
    // One letter too many is shown, not swallowed.
    ['7K2M9XQ4B3TDAZ', '7K2M-9XQ4-B3TDAZ'],
    ['7k2m+u', '7k2m+u'],
  ])('%j is shown as %j', (typed, shown) => {
    expect(groupCode(typed)).toBe(shown)
  })
})

describe('findings', () => {
  it('says what is missing, too many, strange', () => {
    expect(findInCode('  ')).toEqual({ key: 'activation.code_needed' })
    expect(findInCode('7K2M-9XQ4')).toEqual({ key: 'activation.code_short', values: { count: 5 } })
    expect(findInCode('7K2M-9XQ4-B3TDAZZ')).toEqual({ key: 'activation.code_long', values: { count: 2 } })
    expect(findInCode('7K2M-9XQ4-B3TDU')).toEqual({ key: 'activation.code_strange', values: { letter: 'U' } })
    expect(findInCode('7K2M-9XQ4-B3TDÀ')).toEqual({ key: 'activation.code_strange', values: { letter: 'À' } })
  })

  it('has nothing against a whole code, however it is typed', () => {
    expect(findInCode('7k2m9xq4b3tda')).toBeNull()
    expect(findInCode('oil0 oil0 oil0o')).toBeNull()
    expect(missingIn('7K2M-9XQ4-B3TDA')).toBe(0)
  })
})
