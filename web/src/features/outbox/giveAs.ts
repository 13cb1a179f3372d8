// A command that waited on this device goes out as its author's or not at all: meanwhile somebody else may have signed in here, in this tab or
// in another one.
import { AppError } from '@hoi-truong/shared/errors'
import type { CommandReply } from '@hoi-truong/shared/protocol'
import { httpRequest } from '../../lib/http.ts'
import { asksForToken } from '../../lib/problem.ts'
import type { GivenCommand } from '../account/api/giveCommand.ts'
import type { SessionClient } from '../account/api/sessionClient.ts'

type Tokens = Pick<SessionClient, 'accessToken' | 'refuse'>

function ownerOf(token: string): string | null {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    return (JSON.parse(atob(payload)) as { sub: string }).sub
  } catch {
    return null
  }
}

/** @throws AppError TOKEN_MISSING when the session is not that member's, or the refusal */
export async function giveAs(memberId: string, tokens: Tokens, command: GivenCommand): Promise<CommandReply> {
  const give = async (): Promise<[token: string, reply: Promise<CommandReply>]> => {
    const token = await tokens.accessToken()
    if (ownerOf(token) !== memberId) throw new AppError('TOKEN_MISSING')
    return [token, httpRequest<CommandReply>('/commands', { method: 'POST', body: command, token })]
  }
  const [token, reply] = await give()
  try {
    return await reply
  } catch (error) {
    if (!asksForToken(error)) throw error
    tokens.refuse(token)
    return await (await give())[1]
  }
}
