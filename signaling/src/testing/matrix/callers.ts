// Everybody of the province at their wires: a socket each, HTTP, and the pipeline itself as signaling's own parts use it.

import { AppError, type ErrorCode, type Result } from '@hoi-truong/shared/errors'
import type { CommandType } from '@hoi-truong/shared/streams'
import type { Actor } from '../../log/commandDefinition.ts'
import { ownCommand } from '../../log/ownCommand.ts'
import { connect, type TestSignaling } from '../signaling.ts'
import { openSessions } from '../tokens.ts'
import type { Person } from './province.ts'

export type Code = ErrorCode | 'ok'
interface Answer {
  code: Code
  value: unknown
}

export interface Caller {
  person: Person
  socket: (event: string, body: unknown) => Promise<Answer>
  get: (path: string) => Promise<Answer>
  post: (body: unknown) => Promise<Answer>
  /** An empty file. */
  upload: (path: string) => Promise<Answer>
  hangUp: () => void
}

/** A socket that says anything. */
interface Loose {
  emitWithAck: (event: string, body: unknown) => Promise<Result<unknown>>
  disconnect: () => unknown
}

async function callerOf(url: string, person: Person, token: string): Promise<Caller> {
  const socket = (await connect(url, token)) as unknown as Loose
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const read = async (response: Response): Promise<Answer> => {
    const body = (await response.json()) as { error?: { code: ErrorCode } }
    return response.ok ? { code: 'ok', value: body } : { code: body.error?.code ?? 'INTERNAL', value: null }
  }
  return {
    person,
    socket: async (event, body) => {
      const answer = await socket.emitWithAck(event, body)
      return answer.ok ? { code: 'ok', value: answer.value } : { code: answer.error.code, value: null }
    },
    get: async (path) => read(await fetch(`${url}/api/v1/${path}`, { headers })),
    post: async (body) =>
      read(await fetch(`${url}/api/v1/commands`, { method: 'POST', headers, body: JSON.stringify(body) })),
    upload: async (path) =>
      read(
        await fetch(`${url}/api/v1/${path}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/octet-stream' },
        }),
      ),
    hangUp: () => socket.disconnect(),
  }
}

export async function bringCallers(signaling: TestSignaling, people: readonly Person[]): Promise<Caller[]> {
  const tokens = await openSessions(
    signaling,
    people.map(({ memberId }) => memberId),
  )
  return Promise.all(people.map((person, index) => callerOf(signaling.server.url, person, tokens[index] ?? '')))
}

/** A command past the door where clients are told that there is none: what the pipeline itself says to it. */
export async function askInside(
  { server: { pipeline } }: TestSignaling,
  actor: Actor,
  command: { type: CommandType; streamId: string; payload: unknown },
): Promise<Code> {
  const { type, streamId, payload } = command
  try {
    await pipeline.submit({ ...ownCommand(type, streamId, payload), actor })
    return 'ok'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
