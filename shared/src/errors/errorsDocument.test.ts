// docs/errors.md must stay true: it is made from the codes, the sources and the sentences.
import { expect, it } from 'vitest'
import { type ErrorCode, errorStatus } from './codes.ts'
import { errorsDocument, givers } from './testing/errorsDocument.ts'

it('lists every code once, with who gives it and what to do', async () => {
  const document = errorsDocument()
  for (const code of Object.keys(errorStatus)) expect(document.split(`| \`${code}\` |`), code).toHaveLength(2)
  await expect(document).toMatchFileSnapshot('../../../docs/errors.md')
})

it('has no code that nobody gives', () => {
  const idle = [...givers()].flatMap(([code, programs]): ErrorCode[] => (programs.length === 0 ? [code] : []))
  expect(idle).toEqual([])
})
