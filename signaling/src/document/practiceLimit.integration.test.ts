// Whoever practises leads, whatever office they hold: what they may upload is little, as anybody may begin one practice after another.
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ownCommand } from '../log/ownCommand.ts'
import { asMember, openTestLog } from '../testing/log.ts'
import { member } from '../testing/signaling.ts'
import { MOST_IN_PRACTICE } from './commands.ts'

test('a practice meeting has few documents', async () => {
  const log = await openTestLog()
  const [{ give, pipeline }] = log.nodes
  const meetingId = randomUUID()
  const actor = asMember(member('dv06'))
  await give(actor, 'meeting.startPractice', meetingId, { organizationId: log.sample.branchId })
  const post = () => {
    const documentId = randomUUID()
    const sha256 = '0'.repeat(64)
    const facts = { documentId, itemId: null, name: 'Tập.pdf', type: 'pdf', bytes: 1, sha256, pages: 1 }
    return pipeline.submit({ ...ownCommand('document.post', meetingId, facts, documentId), actor })
  }
  for (let posted = 0; posted < MOST_IN_PRACTICE; posted += 1) await post()
  await expect(post()).rejects.toMatchObject({ code: 'DOCUMENT_LIMIT', params: { most: MOST_IN_PRACTICE } })
  await log.stop()
})
