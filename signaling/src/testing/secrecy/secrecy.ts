// Secret polls with a given ballot box, and how much an attacker makes of what is left of them.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { layDemoData } from '../../demo/layDemoData.ts'
import { allowBallotsOnDevices } from '../ballots/ballotRules.ts'
import { Device } from '../ballots/device.ts'
import { announceMeetingOf, layBranch } from '../branch.ts'
import { type LogNode, openNode } from '../log.ts'
import { command } from '../signaling.ts'
import { type Attack, attack } from './attack.ts'
import { type Interval, intervalOfChance, isWithin } from './chance.ts'
import { type Dump, dumpTables } from './dump.ts'
import type { BoxName } from './leakyBoxes.ts'
import { type VotedPoll, type Voters, votePoll } from './votedPolls.ts'
import { type WatchedServer, watchedServer } from './watchedServer.ts'

export const VOTERS = 20
const CONFIDENCE = 0.99
/** A meeting takes a hundred. */
const POLLS_OF_A_MEETING = 90

export interface Place {
  appUrl: string
  /** Of a role that may read everything. */
  ownerUrl: string
}

export interface Finding {
  polls: VotedPoll[]
  dump: Dump
  attacks: Attack[]
  interval: Interval
  /** Not to be explained by chance. */
  suspicious: Attack[]
}

export interface SecrecyTest {
  /** Votes that often, in meetings of their own, and attacks what is left of all of them. */
  run: (polls: number, box: BoxName) => Promise<Finding>
  stop: () => Promise<void>
}

export async function openSecrecyTest({ appUrl, ownerUrl }: Place): Promise<SecrecyTest> {
  const node = openNode(appUrl)
  const accessTokenSecret = randomUUID()
  const sample = await layDemoData(node.database, 'Thu-nghiem-2026')
  const branch = await layBranch(node, sample, { size: VOTERS, seed: 'secrecy', accessTokenSecret })
  await allowBallotsOnDevices(node, branch.branchId)
  const documents = await mkdtemp(path.join(tmpdir(), 'documents-'))
  const environment = { DATABASE_APP_URL: appUrl, ACCESS_TOKEN_SECRET: accessTokenSecret, DOCUMENT_DIR: documents }

  const meet = async (server: WatchedServer, polls: number): Promise<VotedPoll[]> => {
    const { url } = server
    const meetingId = await announceMeetingOf(node, sample, branch)
    const devices = branch.memberIds.map(
      (memberId) => new Device(memberId, { url, token: branch.token(memberId), meetingId }),
    )
    try {
      await Promise.all(devices.map((device) => device.ready()))
      await devices[0]?.give(command('meeting.open', meetingId))
      const voters: Voters = { url, database: node.database, meetingId, devices, roll: await rollOf(node, meetingId) }
      const voted: VotedPoll[] = []
      while (voted.length < polls) voted.push(await votePoll(voters, voted.length % 2 === 0))
      return voted
    } finally {
      for (const device of devices) device.stop()
    }
  }

  return {
    run: async (wanted, box) => {
      const server = await watchedServer(box, environment)
      try {
        const polls: VotedPoll[] = []
        while (polls.length < wanted)
          polls.push(...(await meet(server, Math.min(POLLS_OF_A_MEETING, wanted - polls.length))))
        const metrics = await server.metrics()
        const dump: Dump = { rows: await dumpTables(ownerUrl), lines: server.lines, metrics }
        const attacks = attack(polls, dump)
        const interval = intervalOfChance(polls.length, attacks.length, CONFIDENCE)
        return { polls, dump, attacks, interval, suspicious: attacks.filter(({ hits }) => !isWithin(interval, hits)) }
      } finally {
        await server.stop()
      }
    },
    stop: async () => {
      await node.database.$disconnect()
      await rm(documents, { recursive: true, force: true })
    },
  }
}

async function rollOf({ database }: LogNode, meetingId: string): Promise<string[]> {
  const rows = await database.attendance.findMany({
    where: { meetingId, position: { gte: 0 } },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ memberId }) => memberId)
}
