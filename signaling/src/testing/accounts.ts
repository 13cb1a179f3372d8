// Accounts of the demo branch as its committee works with them over HTTP, and what the members get of it.
import { randomUUID } from 'node:crypto'
import type { BranchAccounts, OwnSessions, Slips } from '@hoi-truong/shared/account'
import type { ErrorCode } from '@hoi-truong/shared/errors'
import { command, member, signIn, type TestSignaling } from './signaling.ts'

interface Heard<T> {
  status: number
  code: ErrorCode | 'ok'
  value: T | null
}

export interface Committee {
  accounts: (who: string) => Promise<BranchAccounts>
  /** What is listed of one member. */
  lineOf: (id: string) => Promise<BranchAccounts['members'][number]>
  print: (who: string, ids: readonly string[], more?: { reset?: boolean; commandId?: string }) => Promise<Heard<Slips>>
  /** The code on a new slip of the branch secretary's. */
  codeFor: (id: string, reset?: boolean) => Promise<string>
  give: (who: string, type: string, payload: unknown) => Promise<ErrorCode | 'ok'>
  sessions: (token: string) => Promise<OwnSessions['sessions']>
  ask: <T>(token: string, method: string, path: string, body?: unknown) => Promise<Heard<T>>
}

/** By the file's own ids; each signs in once. */
export function committeeOf({ server, sample }: TestSignaling): Committee {
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (who: string): Promise<string> => {
    const token = tokens.get(who) ?? signIn(server.url, who)
    tokens.set(who, token)
    return token
  }
  const ask = async <T>(token: string, method: string, path: string, body?: unknown): Promise<Heard<T>> => {
    const response = await fetch(`${server.url}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = text === '' ? null : (JSON.parse(text) as T & { error?: { code: ErrorCode } })
    if (!response.ok) return { status: response.status, code: answer?.error?.code ?? 'INTERNAL', value: null }
    return { status: response.status, code: 'ok', value: answer }
  }
  const branch = `organizations/${sample.branchId}`
  const accounts = async (who: string): Promise<BranchAccounts> => {
    const { code, value } = await ask<BranchAccounts>(await tokenOf(who), 'GET', `${branch}/accounts`)
    if (!value) throw new Error(`${who} was refused: ${code}`)
    return value
  }
  const print: Committee['print'] = async (who, ids, { reset = false, commandId = randomUUID() } = {}) =>
    ask<Slips>(await tokenOf(who), 'POST', `${branch}/account-slips`, {
      commandId,
      memberIds: ids.map(member),
      reset,
    })
  return {
    ask,
    accounts,
    print,
    lineOf: async (id) => {
      const line = (await accounts('dv01')).members.find(({ memberId }) => memberId === member(id))
      if (!line) throw new Error(`${id} is not listed`)
      return line
    },
    codeFor: async (id, reset = false) => {
      const { code, value } = await print('dv01', [id], { reset })
      const slip = value?.slips[0]
      if (!slip) throw new Error(`no slip for ${id}: ${code}`)
      return slip.code
    },
    give: async (who, type, payload) =>
      (await ask(await tokenOf(who), 'POST', 'commands', command(type, sample.branchId, payload))).code,
    sessions: async (token) => (await ask<OwnSessions>(token, 'GET', 'me/sessions')).value?.sessions ?? [],
  }
}
