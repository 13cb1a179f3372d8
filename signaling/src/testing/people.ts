// One socket for each kind of person that a request can come from, with right or without.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import { layOutsiders, type Outsiders, SUSPENDED } from './outsiders.ts'
import { connect, connectMember, startTestSignaling, type TestSignaling } from './signaling.ts'

export type Who = 'chair' | 'secretary' | 'member' | 'exempt' | 'follower' | 'suspended' | 'stranger'

/** A socket that says anything. */
interface Loose {
  emitWithAck: (event: string, body: unknown) => Promise<unknown>
  disconnect: () => unknown
}

export interface People extends Outsiders {
  signaling: TestSignaling
  /** What was answered: 'ok' or the code of the refusal, whose form is looked at too. */
  ask: (who: Who, event: string, body: unknown) => Promise<ErrorCode | 'ok'>
  stop: () => Promise<void>
}

export async function bringPeople(overrides: Record<string, string> = {}): Promise<People> {
  const signaling = await startTestSignaling(overrides)
  const outsiders = await layOutsiders(signaling)
  const { url } = signaling.server
  const socketOf = async (id: string) => (await connectMember(url, id)) as unknown as Loose
  // Members without office take turns: one alone would soon be told to wait.
  const members = await Promise.all(['dv04', 'dv05', 'dv06', 'dv07', 'dv08', 'dv09'].map(socketOf))
  const sockets: Record<Exclude<Who, 'member'>, Loose> = {
    chair: await socketOf('dv01'),
    secretary: await socketOf('dv14'),
    exempt: await socketOf('dv21'),
    follower: await socketOf('db01'),
    suspended: await socketOf(SUSPENDED),
    stranger: (await connect(url, await outsiders.strangerToken())) as unknown as Loose,
  }
  const nextMember = (): Loose => {
    const first = members.shift()
    if (!first) throw new Error('no members')
    members.push(first)
    return first
  }
  return {
    ...outsiders,
    signaling,
    ask: async (who, event, body) => {
      const socket = who === 'member' ? nextMember() : sockets[who]
      const answer = (await socket.emitWithAck(event, body)) as { ok: boolean; error?: { code: ErrorCode } }
      if (answer.ok) return 'ok'
      const { code, params, ...more } = answer.error as { code: ErrorCode; params?: object }
      if (Object.keys(more).length > 0)
        throw new Error(`a refusal says more than it may: ${Object.keys(more)} ${params}`)
      return code
    },
    stop: async () => {
      for (const socket of [...members, ...Object.values(sockets)]) socket.disconnect()
      await signaling.stop()
    },
  }
}
