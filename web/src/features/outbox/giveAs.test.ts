// What one member wrote is never sent as another's.
import { AppError } from '@hoi-truong/shared/errors'
import { afterEach, expect, it, vi } from 'vitest'
import { giveAs } from './giveAs.ts'

const tokenOf = (sub: string) => `x.${btoa(JSON.stringify({ sub }))}.x`
const command = { id: 'id', type: 'comment.post', streamId: 'meeting', payload: {} } as const
const reply = { streamId: 'meeting', seq: 7 }

/** Answers in turn: a reply, or a refusal. @returns the tokens that were shown */
function answering(...answers: (object | AppError)[]): string[] {
  const shown: string[] = []
  vi.stubGlobal('fetch', async (_path: string, { headers }: { headers: { authorization: string } }) => {
    shown.push(headers.authorization)
    const answer = answers.shift()
    if (answer instanceof AppError) return new Response(JSON.stringify({ error: answer.toReply() }), { status: 401 })
    return new Response(JSON.stringify(answer))
  })
  return shown
}
const session = (...tokens: string[]) => ({
  accessToken: async () => tokens[0] ?? '',
  refuse: () => void tokens.shift(),
})

afterEach(() => vi.unstubAllGlobals())

it('goes out with its author’s token, a refused one replaced once', async () => {
  const shown = answering(new AppError('TOKEN_EXPIRED'), reply)
  expect(await giveAs('anna', session(tokenOf('anna'), tokenOf('anna')), command)).toEqual(reply)
  expect(shown).toHaveLength(2)
})

it('waits while somebody else is signed in', async () => {
  const shown = answering(reply)
  await expect(giveAs('anna', session(tokenOf('bao')), command)).rejects.toMatchObject({ code: 'TOKEN_MISSING' })
  await expect(giveAs('anna', session('no token'), command)).rejects.toMatchObject({ code: 'TOKEN_MISSING' })
  expect(shown).toEqual([])
})

it('waits when somebody else has signed in while it was on its way', async () => {
  const shown = answering(new AppError('TOKEN_INVALID'), reply)
  const taken = giveAs('anna', session(tokenOf('anna'), tokenOf('bao')), command)
  await expect(taken).rejects.toMatchObject({ code: 'TOKEN_MISSING' })
  expect(shown).toHaveLength(1)
})
