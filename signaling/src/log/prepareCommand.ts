// The first half of the pipeline, the same for socket and HTTP: the envelope and the payload are checked before anything is queued.
import { AppError, parse } from '@hoi-truong/shared/errors'
import { commandSchema } from '@hoi-truong/shared/protocol'
import { type CommandType, commandPayloads } from '@hoi-truong/shared/streams'
import { isTestRoom } from '../media/testRooms.ts'
import type { Actor, CommandDefinition, Submission } from './commandDefinition.ts'
import { bodyHashOf } from './ownCommand.ts'

const DEEPEST = 12

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair; neither is anything a person types. */
function assertStorable(value: unknown, depth = 0): void {
  if (depth > DEEPEST) throw new AppError('REQUEST_MALFORMED', { fields: 'payload' })
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) throw new AppError('REQUEST_MALFORMED', { fields: 'payload' })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      assertStorable(key, depth + 1)
      assertStorable(item, depth + 1)
    }
  }
}

export type CommandRegistry = ReadonlyMap<string, CommandDefinition>

/** @throws AppError REQUEST_MALFORMED, COMMAND_UNKNOWN, COMMAND_WITHOUT_EXPIRY, STREAM_UNKNOWN, TOO_MANY_REQUESTS */
export function prepareCommand(registry: CommandRegistry, actor: Actor, input: unknown): Submission {
  const command = parse(commandSchema, input)
  assertStorable(command.payload)
  const definition = registry.get(command.type)
  if (!definition || (definition.internal && actor.kind === 'member')) throw new AppError('COMMAND_UNKNOWN')
  const type: CommandType = definition.type
  const payload: unknown = parse(commandPayloads[type], command.payload)
  if (actor.kind === 'member' && definition.timing === 'live' && command.validUntil === undefined)
    throw new AppError('COMMAND_WITHOUT_EXPIRY')
  if (isTestRoom(command.streamId)) throw new AppError('STREAM_UNKNOWN')
  if (actor.kind === 'member') definition.limits?.take(actor.memberId)
  return {
    actor,
    id: command.id.toLowerCase(),
    type,
    streamId: command.streamId.toLowerCase(),
    payload,
    validUntil: command.validUntil,
    bodyHash: bodyHashOf(command.type, command.streamId, payload),
  }
}
