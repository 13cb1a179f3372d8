// A poll in the middle of which signaling and PostgreSQL are killed, each once, and what came of it.
import { randomUUID } from 'node:crypto'
import type { Database } from '../../database/client.ts'
import { until } from '../signaling.ts'
import { readBallotKey } from './blinding.ts'
import type { Device } from './device.ts'
import { type CastVotes, castVotes, type Faults, faultsOf, noVotes } from './openVotes.ts'
import { closePoll, openPoll, publicKeyOf } from './poll.ts'
import { castBallots, makeToken, noBallots, type SecretCast, type SecretFaults, secretFaultsOf } from './secretVotes.ts'

/** Kills with -9 and starts again; resolves when it serves. */
export type Kill = () => Promise<void>

export interface KillRound {
  meetingId: string
  /** Everybody who may vote; the first chairs. */
  devices: readonly Device[]
  database: Database
  /** In this order, spread evenly over the answers. */
  kills: readonly Kill[]
}

interface OpenKillRound extends KillRound {
  votesEach: number
  validMs: number
}

export interface KilledVotes {
  cast: CastVotes
  faults: Faults
  /** Acknowledged, but the log does not know the command. */
  forgotten: string[]
  /** Votes that had to be given again because nobody answered. */
  askedAgain: number
  /** From the first vote to the last answer. */
  seconds: number
}

/** Two kills: when a third of all are answered, and again when two thirds are. */
async function killAmid(kills: readonly Kill[], share: () => number): Promise<void> {
  for (const [index, kill] of kills.entries()) {
    await until(() => share() >= (index + 1) / (kills.length + 1))
    await kill()
  }
}

const askedAgain = (devices: readonly Device[]): number => devices.reduce((sum, device) => sum + device.askedAgain, 0)

const answersAgain = (database: Database): Promise<true> =>
  until(() =>
    database.$queryRaw`select 1`.then(
      () => true as const,
      () => false as const,
    ),
  )

export async function killAmidVotes(round: OpenKillRound): Promise<KilledVotes> {
  const { meetingId, devices, database, kills, votesEach, validMs } = round
  const [chair] = devices
  if (!chair) throw new Error('nobody votes')
  const pollId = await openPoll(chair, meetingId)
  const cast = noVotes()
  const before = askedAgain(devices)
  const begun = performance.now()
  const casting = castVotes(devices, { meetingId, pollId, votesEach, seed: randomUUID(), validMs }, cast)
  await Promise.all([casting, killAmid(kills, () => cast.votes / (devices.length * votesEach))])
  const seconds = (performance.now() - begun) / 1000
  await answersAgain(database)
  const outcome = await closePoll(chair, database, meetingId, pollId)
  const rows = await database.$queryRaw<{ id: string }[]>`
    select command_id as id from command_noop where stream_id = ${meetingId}::uuid and command_id = any(${cast.acknowledgedIds}::uuid[])`
  const kept = new Set(rows.map(({ id }) => id))
  return {
    cast,
    faults: faultsOf(outcome, cast, devices.length),
    forgotten: cast.acknowledgedIds.filter((id) => !kept.has(id)),
    askedAgain: askedAgain(devices) - before,
    seconds,
  }
}

export interface KilledBallots {
  cast: SecretCast
  faults: SecretFaults
  /** Takings and ballots that had to be given again because nobody answered. */
  askedAgain: number
  seconds: number
}

/** The same with a secret poll on devices: everybody takes one ballot and hands it in. */
export async function killAmidBallots(round: KillRound & { url: string; atOnce: number }): Promise<KilledBallots> {
  const { url, meetingId, devices, database, kills, atOnce } = round
  const [chair] = devices
  if (!chair) throw new Error('nobody votes')
  const pollId = await openPoll(chair, meetingId, 'electronic')
  const key = readBallotKey(await publicKeyOf(database, meetingId, pollId))
  const voters = devices.map((device) => ({ device, token: makeToken(key) }))
  const cast = noBallots()
  const before = askedAgain(devices)
  const begun = performance.now()
  const casting = castBallots(voters, { url, meetingId, pollId, key, seed: randomUUID() }, cast, atOnce)
  await Promise.all([casting, killAmid(kills, () => cast.answered / devices.length)])
  const seconds = (performance.now() - begun) / 1000
  await answersAgain(database)
  const outcome = await closePoll(chair, database, meetingId, pollId)
  return {
    cast,
    faults: secretFaultsOf(outcome, cast),
    askedAgain: askedAgain(devices) - before + cast.askedAgain,
    seconds,
  }
}
