// A command over HTTP, for pages that hold no connection. Given again, it must be with the same id.
import type { Command, CommandReply } from '@hoi-truong/shared/protocol'
import type { CommandType } from '@hoi-truong/shared/streams'
import { session } from './session.ts'

export type GivenCommand = Omit<Command, 'type'> & { type: CommandType }

export const giveCommand = (body: GivenCommand, signal?: AbortSignal): Promise<CommandReply> =>
  session.request<CommandReply>('/commands', { method: 'POST', body, signal })
