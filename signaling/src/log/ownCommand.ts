// Commands that signaling gives itself: a lapsed lease, a roll that follows the list, the demo data. Through the same pipeline.
import { randomUUID } from 'node:crypto'
import { canonicalJson, sha256Hex } from '@hoi-truong/shared/log'
import type { CommandType } from '@hoi-truong/shared/streams'
import { SERVER, type Submission } from './commandDefinition.ts'

/** The same wish has the same hash, whoever gives it and until when: a repeat may carry a new `validUntil`. */
export const bodyHashOf = (type: string, streamId: string, payload: unknown): string =>
  sha256Hex(canonicalJson([type, streamId, payload]))

/** @param id of the command, where a repeat must be known as one */
export const ownCommand = (
  type: CommandType,
  streamId: string,
  payload: unknown,
  id: string = randomUUID(),
): Submission => ({
  actor: SERVER,
  id,
  type,
  streamId,
  payload,
  validUntil: undefined,
  bodyHash: bodyHashOf(type, streamId, payload),
})
