// What the test of all routes asks of each, and what is bad for every one that takes a body.
import type { ErrorCode } from '@hoi-truong/shared/errors'

export interface Wish {
  path?: string
  token?: string
  type?: string
  body?: string
}
export type Bad = [what: string, wish: () => Wish, code: ErrorCode]

export interface Row {
  /** Whether only signed-in members get an answer. */
  signedIn: boolean
  /** A request that is answered well, but for who asks. */
  right: () => Wish
  bad: Bad[]
}

export const json = (value: unknown): Wish => ({ type: 'application/json', body: JSON.stringify(value) })
const TOO_LARGE = 'x'.repeat(257 * 1024)

/** Bad bodies that mean the same everywhere. */
export const badBodies = (right: () => object): Bad[] => [
  ['no body', () => ({}), 'REQUEST_MALFORMED'],
  ['an empty body', () => ({ type: 'application/json', body: '' }), 'REQUEST_MALFORMED'],
  ['half a body', () => ({ type: 'application/json', body: '{"id":' }), 'REQUEST_MALFORMED'],
  ['null', () => json(null), 'REQUEST_MALFORMED'],
  ['a list', () => json([right()]), 'REQUEST_MALFORMED'],
  ['an unknown field', () => json({ ...right(), admin: true }), 'REQUEST_MALFORMED'],
  ['a poisoned prototype', () => ({ type: 'application/json', body: '{"__proto__":{"a":1}}' }), 'REQUEST_MALFORMED'],
  ['a form', () => ({ type: 'application/x-www-form-urlencoded', body: 'memberNumber=1' }), 'REQUEST_MALFORMED'],
  ['plain text', () => ({ type: 'text/plain', body: JSON.stringify(right()) }), 'REQUEST_MALFORMED'],
  ['another content type', () => ({ ...json(right()), type: 'application/xml' }), 'REQUEST_MALFORMED'],
  ['a nonsense content type', () => ({ ...json(right()), type: 'nonsense' }), 'REQUEST_MALFORMED'],
  ['too much', () => json({ ...right(), more: TOO_LARGE }), 'REQUEST_TOO_LARGE'],
]

export const withoutBody: Bad[] = [
  ['a body that is too large', () => ({ type: 'text/plain', body: TOO_LARGE }), 'REQUEST_TOO_LARGE'],
]
