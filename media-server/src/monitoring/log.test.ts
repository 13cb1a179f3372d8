// No secret reaches a log line, even when someone logs the object that carries it.
import { expect, it } from 'vitest'
import { createLog, logCategories } from './log.ts'

it('writes category and node, and blots out secrets', () => {
  const lines: string[] = []
  const log = createLog('info', 'media-7', { write: (line) => lines.push(line) })
  log.request.info({ grant: 'aaa', handshake: { auth: 'bbb', resumeToken: 'ccc' } }, 'hello')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ category: 'request', nodeId: 'media-7', msg: 'hello' })
  expect(lines[0]).not.toMatch(/aaa|bbb|ccc/)
})

it('has no category but the known ones', () => {
  expect(Object.keys(createLog('silent', 'media-7'))).toEqual([...logCategories])
})
