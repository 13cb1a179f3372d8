// A ballot through everything that breaks on its way: whatever is said again is the same.
import { AppError, type ErrorCode } from '@hoi-truong/shared/errors'
import { expect, it, vi } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { BallotPlace } from './keptBallot.ts'
import { OwnBallot, type OwnBallotDeps } from './OwnBallot.ts'

const poll = { publicKey: 'key' }
const silence = (): never => {
  throw new Unreachable()
}
const refuse = (code: ErrorCode) => (): never => {
  throw new AppError(code)
}
const never = () => new Promise<string>(() => undefined)

function fakeStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** Locks that hold across the tabs of one test. */
function fakeLocks(): OwnBallotDeps['exclusively'] {
  let last: Promise<unknown> = Promise.resolve()
  return (_name, work) => {
    const done = last.then(work, work)
    last = done
    return done
  }
}

type Answer = () => string | Promise<string>

interface Fakes {
  takes?: Answer[]
  casts?: Answer[]
  storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  locks?: OwnBallotDeps['exclusively']
  blinding?: OwnBallotDeps['blinding']
}

let tokens = 0
const blinding: OwnBallotDeps['blinding'] = async () => ({
  makeToken: async () => {
    tokens += 1
    return { token: `token ${tokens}`, blinded: `blinded ${tokens}`, inverse: `inverse ${tokens}` }
  },
  unblind: async (_key, { token }, blindSignature) => {
    if (!blindSignature.startsWith('signed')) throw new Error('does not fit')
    return `${blindSignature} for ${token}`
  },
  receiptOf: async (token) => `receipt of ${token}`,
})

function open({ takes = [], casts = [], storage = fakeStorage(), locks = fakeLocks(), ...more }: Fakes = {}) {
  const asked: string[] = []
  const sent: { token: string; choices: string[] }[] = []
  const tab = new AbortController()
  const ballot = new OwnBallot(poll, {
    place: new BallotPlace(storage, 'member', 'poll'),
    takeBallot: async (blinded) => {
      asked.push(blinded)
      return (await takes.shift()?.()) ?? `signed ${blinded}`
    },
    handIn: async ({ token, choices }) => {
      sent.push({ token, choices })
      return (await casts.shift()?.()) ?? `receipt of ${token}`
    },
    blinding,
    exclusively: locks,
    linger: async () => undefined,
    signal: tab.signal,
    ...more,
  })
  const until = (step: string) => vi.waitFor(() => expect(ballot.store.getState().step).toBe(step), { timeout: 10_000 })
  return { ballot, asked, sent, storage, until, state: () => ballot.store.getState(), close: () => tab.abort() }
}

async function taken(fakes: Fakes = {}) {
  const opened = open(fakes)
  opened.ballot.take()
  await opened.until('taken')
  return opened
}

it('is taken, cast, and then nothing of it is left but the receipt', async () => {
  const storage = fakeStorage()
  const { ballot, sent, until, state } = await taken({ storage })
  ballot.cast(['for'])
  await until('cast')
  const [{ token = '' } = {}] = sent
  expect(state()).toEqual({ step: 'cast', receipt: `receipt of ${token}` })
  expect([...storage.kept.values()]).toEqual([JSON.stringify({ step: 'cast', receipt: `receipt of ${token}` })])
})

it('asks again for the same message until somebody answers', async () => {
  const { asked } = await taken({ takes: [silence, refuse('DATABASE_UNAVAILABLE'), silence] })
  expect(asked).toHaveLength(4)
  expect(new Set(asked).size).toBe(1)
})

it('asks for the same message after a reload', async () => {
  const storage = fakeStorage()
  const before = open({ storage, takes: [never] })
  before.ballot.take()
  await vi.waitFor(() => expect(before.asked).toHaveLength(1))
  before.close()
  const after = open({ storage })
  expect(after.state()).toEqual({ step: 'taking', silent: false })
  await after.until('taken')
  expect(after.asked).toEqual(before.asked)
})

it('hands in the same ballot again, also after a reload, whatever is pressed', async () => {
  const storage = fakeStorage()
  const before = await taken({ storage, casts: [silence, never] })
  before.ballot.cast(['against'])
  before.ballot.cast(['for'])
  await vi.waitFor(() => expect(before.sent).toHaveLength(2))
  expect(before.state()).toEqual({ step: 'casting', choices: ['against'], silent: true })
  before.close()
  const after = open({ storage })
  after.ballot.cast(['for'])
  await after.until('cast')
  const sent = [...before.sent, ...after.sent]
  expect(new Set(sent.map((ballot) => JSON.stringify(ballot))).size).toBe(1)
  expect(sent[0]?.choices).toEqual(['against'])
})

it('takes no other receipt for an answer', async () => {
  const { ballot, sent, until, state } = await taken({ casts: [() => 'receipt of another'] })
  ballot.cast(['for'])
  await until('cast')
  expect(sent).toHaveLength(2)
  expect(state()).toEqual({ step: 'cast', receipt: `receipt of ${sent[0]?.token}` })
})

it('may choose anew when what was chosen is not possible', async () => {
  const { ballot, sent, until, state } = await taken({ casts: [refuse('VOTE_CHOICES_WRONG')] })
  ballot.cast(['for', 'against'])
  await until('failed')
  expect(state()).toMatchObject({ during: 'casting', problem: { code: 'VOTE_CHOICES_WRONG' }, receipt: null })
  ballot.cast(['for'])
  await until('cast')
  expect(sent.map(({ choices }) => choices)).toEqual([['for', 'against'], ['for']])
})

it('knows what to look for in the list when the poll was closed meanwhile, and forgets what was chosen', async () => {
  const storage = fakeStorage()
  const { ballot, sent, until, state } = await taken({ storage, casts: [silence, refuse('POLL_CLOSED')] })
  ballot.cast(['for'])
  await until('failed')
  const receipt = `receipt of ${sent[0]?.token}`
  expect(state()).toEqual({ step: 'failed', during: 'casting', problem: { code: 'POLL_CLOSED' }, receipt })
  expect([...storage.kept.values()].join()).not.toContain('for')
  expect(open({ storage }).state()).toEqual(state())
})

it('tells why no ballot was given; the same may be asked for again once the reason is gone', async () => {
  const { ballot, asked, until, state } = open({ takes: [refuse('VOTE_NOT_PRESENT')] })
  ballot.take()
  await until('failed')
  expect(state()).toMatchObject({ during: 'taking', problem: { code: 'VOTE_NOT_PRESENT' } })
  ballot.take()
  await until('taken')
  expect(new Set(asked).size).toBe(1)
})

it.each<ErrorCode>(['BALLOT_TAKEN', 'POLL_CLOSED'])('keeps no token that nobody will sign: %s', async (code) => {
  const storage = fakeStorage()
  const { ballot, until } = open({ storage, takes: [refuse(code)] })
  ballot.take()
  await until('failed')
  expect(storage.kept.size).toBe(0)
})

it('does not cast with a signature that does not fit', async () => {
  const { ballot, until, state } = open({ takes: [() => 'something else'] })
  ballot.take()
  await until('failed')
  expect(state()).toMatchObject({ during: 'taking', problem: { code: 'BALLOT_INVALID' } })
})

it('says when the device cannot do it', async () => {
  const { ballot, until, state } = open({ blinding: () => null })
  ballot.take()
  await until('failed')
  expect(state()).toMatchObject({ problem: { code: 'DEVICE_UNABLE' } })
})

it('takes one ballot in two tabs, and shows in one what was done in the other', async () => {
  const [storage, locks] = [fakeStorage(), fakeLocks()]
  const [one, two] = [open({ storage, locks }), open({ storage, locks })]
  one.ballot.take()
  two.ballot.take()
  await Promise.all([one.until('taken'), two.until('taken')])
  expect([...one.asked, ...two.asked]).toHaveLength(1)
  two.ballot.cast(['for'])
  await two.until('cast')
  one.ballot.cast(['against'])
  one.ballot.reread()
  expect(one.state()).toEqual(two.state())
  expect(one.sent).toEqual([])
})

it('works without storage for as long as the page is open', async () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError')
  }
  const storage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden }
  const { ballot, until } = await taken({ storage })
  ballot.cast(['for'])
  await until('cast')
})

it('does nothing at a step where it makes no sense', async () => {
  const { ballot, asked, sent, until } = open()
  ballot.cast(['for'])
  expect(sent).toEqual([])
  ballot.take()
  ballot.take()
  await until('taken')
  ballot.take()
  expect(asked).toHaveLength(1)
})
