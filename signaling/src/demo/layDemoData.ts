// The demo data: the invented branch with its commune and province, accounts for most of its members, and one meeting that can be
// joined. Run again, it adds only what is missing.
import { randomUUID } from 'node:crypto'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import type { CommandType } from '@hoi-truong/shared/streams'
import type { Database } from '../database/client.ts'
import { openLog } from '../log/openLog.ts'
import { ownCommand } from '../log/ownCommand.ts'
import { createLog } from '../ops/logger.ts'
import { createMetrics } from '../ops/metrics.ts'
import { demoId } from './demoId.ts'
import { layAccounts } from './layAccounts.ts'
import { readSampleMeeting, type SampleMeeting } from './sampleMeeting.ts'

const MEETING_MINUTES = 100
const HALF_HOUR_MS = 30 * 60_000
const DAY_MS = 24 * 3_600_000

type Submit = (type: CommandType, streamId: string, payload: unknown, id: string) => Promise<unknown>

function openPipeline(database: Database): Submit {
  const timing = { graceSeconds: 30, renewSeconds: 3 }
  const { pipeline } = openLog(database, timing, createMetrics(), createLog('error'))
  return (type, streamId, payload, id) => pipeline.submit(ownCommand(type, streamId, payload, id))
}

async function layOrganizations(database: Database, submit: Submit, sample: SampleMeeting): Promise<void> {
  const known = await database.organization.findMany({
    select: { id: true, versions: { select: { validFrom: true } } },
  })
  for (const { id, record } of sample.organizations) {
    const before = known.find((organization) => organization.id === id)
    const commandId = demoId(`register ${id} ${JSON.stringify(record)}`)
    if (!before) await submit('organization.register', id, record, commandId)
    else if (before.versions.every(({ validFrom }) => validFrom === null)) {
      // Registered by an earlier version of this program, without kinds and days.
      const { code: _, validFrom: from, ...facts } = record
      await submit('organization.change', id, { ...facts, from }, commandId)
    }
  }
  for (const { id, members } of sample.organizations) {
    if (members.length === 0) continue
    const { fileName, fileHash } = sample
    await submit(
      'organization.importMembers',
      id,
      { fileName, fileHash, members },
      demoId(`import ${id} ${JSON.stringify(members)}`),
    )
  }
}

/** Today's half hour as the planned beginning: a demo is joined when it is started. */
function planForNow(sample: SampleMeeting): MeetingPlan {
  const start = new Date(Math.floor(Date.now() / HALF_HOUR_MS) * HALF_HOUR_MS)
  const month = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    year: 'numeric',
    month: '2-digit',
  }).format(start)
  const plannedEnd = new Date(start.getTime() + MEETING_MINUTES * 60_000).toISOString()
  const plannedStart = start.toISOString()
  // Posted two days ahead, as in the sample.
  const documentsPostedAt = new Date(start.getTime() - 2 * DAY_MS).toISOString()
  return { ...sample.plan, month, plannedStart, plannedEnd, documentsPostedAt }
}

async function layMeeting(database: Database, submit: Submit, sample: SampleMeeting): Promise<void> {
  const where = { organizationId: sample.branchId, status: { in: ['announced', 'open'] }, practice: false }
  if ((await database.meeting.count({ where })) > 0) return
  const meetingId = randomUUID()
  await submit('meeting.draft', meetingId, planForNow(sample), randomUUID())
  await submit('meeting.announce', meetingId, { basedOn: 1 }, randomUUID())
}

/** Adds what is missing of the demo data; what is there stays. @param password of all demo accounts, at least 8 characters */
export async function layDemoData(database: Database, password: string): Promise<SampleMeeting> {
  const sample = readSampleMeeting()
  const submit = openPipeline(database)
  await layOrganizations(database, submit, sample)
  await layAccounts(database, sample, password)
  await layMeeting(database, submit, sample)
  return sample
}
