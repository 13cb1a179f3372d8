// Lays the neighbouring branches, this month's meetings of theirs, and the officers who look on from above. Run again, it adds only
// what is missing; in a new month, that month's meetings.
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import { importedMemberSchema } from '@hoi-truong/shared/organization'
import type { CommandType } from '@hoi-truong/shared/streams'
import { hashPassword, verifyPassword } from '../account/passwords.ts'
import { arrived } from '../attendance/attendanceEvent.ts'
import type { Database } from '../database/client.ts'
import type { Actor } from '../log/commandDefinition.ts'
import type { OpenLog } from '../log/openLog.ts'
import { ownCommand } from '../log/ownCommand.ts'
import { meetingEvent } from '../meeting/meetingEvent.ts'
import { readSummons } from '../meeting/summons.ts'
import { demoId } from './demoId.ts'
import { layPast, type PastEvent } from './layPast.ts'
import { membersOf } from './neighbourMembers.ts'
import { type Neighbour, neighbours, officers, siblingCommune } from './neighbours.ts'
import type { SampleMeeting } from './sampleMeeting.ts'

const MINUTE_MS = 60_000
const PLANNED_MINUTES = 100
const HOURS_AGO_MS = 3 * 60 * MINUTE_MS
const FROM = '2025-07-01'

interface Parts {
  database: Database
  pipeline: OpenLog['pipeline']
  sample: SampleMeeting
}

const place = (code: string): string => demoId(code)
/** Province, commune and branch have three figures each, with the former districts' between them. */
const upperOf = (code: string): string => place(code.split('.').slice(0, 3).join('.'))

/** Vietnam's, of this moment. */
const monthNow = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit' }).format()

const eveningOf = (month: string, day: number): number =>
  Date.parse(`${month}-${String(day).padStart(2, '0')}T19:30:00+07:00`)

async function layPlaces({ database, pipeline, sample }: Parts): Promise<void> {
  const give = (type: CommandType, id: string, payload: unknown) =>
    pipeline.submit(ownCommand(type, id, payload, demoId(`${type} ${id} ${JSON.stringify(payload)}`)))
  const known = new Set((await database.organization.findMany({ select: { id: true } })).map(({ id }) => id))
  const province = sample.organizations.find(({ record }) => record.parentId === null)?.id ?? null
  const wanted = [
    { ...siblingCommune, kind: 'commune', branchType: null, parentId: province },
    ...neighbours.map(({ code, name, branchType }) => {
      return { code, name, kind: 'branch', branchType, committee: null, parentId: upperOf(code) }
    }),
  ]
  for (const record of wanted) {
    const id = place(record.code)
    if (!known.has(id)) await give('organization.register', id, { ...record, validFrom: FROM })
  }
  const { fileName, fileHash } = sample
  const bring = (id: string, members: unknown[]) =>
    give('organization.importMembers', id, { fileName, fileHash, members })
  for (const neighbour of neighbours) await bring(place(neighbour.code), membersOf(neighbour))
  for (const { memberNumber, name, title, of } of officers) {
    const organizationId = place(of)
    const roles = [{ role: 'upperMonitor', organizationId, from: FROM, to: null }]
    const membership = { kind: 'regular', from: FROM, to: null }
    const one = { memberId: demoId(memberNumber), memberNumber, name, title, category: 'official', membership, roles }
    await bring(organizationId, [importedMemberSchema.parse(one)])
  }
}

async function layOfficerAccounts({ database }: Parts, password: string): Promise<void> {
  for (const { memberNumber } of officers) {
    const memberId = demoId(memberNumber)
    const account = await database.account.findUnique({ where: { memberId } })
    if (account && (await verifyPassword(account.passwordHash, password))) continue
    const passwordHash = await hashPassword(password)
    await database.account.upsert({ where: { memberId }, create: { memberId, passwordHash }, update: { passwordHash } })
  }
}

function planOf({ sample }: Parts, neighbour: Neighbour, month: string, startMs: number): MeetingPlan {
  const [chair, minutesSecretary] = membersOf(neighbour)
  const chairId = chair?.memberId ?? ''
  const minutesSecretaryId = minutesSecretary?.memberId ?? null
  const { code } = neighbour
  return {
    organizationId: place(code),
    kind: 'regular',
    form: 'inPerson',
    month,
    plannedStart: new Date(startMs).toISOString(),
    plannedEnd: new Date(startMs + PLANNED_MINUTES * MINUTE_MS).toISOString(),
    place: neighbour.place,
    onlineApproval: null,
    chairId,
    standInId: null,
    minutesSecretaryId,
    sites: [{ siteId: demoId(`site of ${code}`), name: neighbour.place, operatorId: minutesSecretaryId }],
    agenda: sample.plan.agenda.map((item) => ({ ...item, presenterId: chairId })),
    guests: [],
    documentsPostedAt: null,
  }
}

/** Announced two days ahead, opened on time, everybody there from the beginning, closed after so many minutes. */
async function layHeld({ database }: Parts, plan: MeetingPlan, meetingId: string, present: number, minutes: number) {
  const start = Date.parse(plan.plannedStart)
  const at = (minute: number) => new Date(start + minute * MINUTE_MS).toISOString()
  const summons = await readSummons(database, plan, at(0))
  const [site] = plan.sites
  if (!summons || !site) throw new Error('the neighbouring branch is not there')
  const { chairId, minutesSecretaryId } = plan
  const there = { kind: 'site' as const, siteId: site.siteId }
  const past: PastEvent[] = [
    { draft: meetingEvent('meeting.drafted', { plan, ...summons }), at: at(-3000), actorId: chairId },
    { draft: meetingEvent('meeting.announced', summons), at: at(-2880), actorId: chairId },
    { draft: meetingEvent('meeting.opened', summons), at: at(1), actorId: chairId },
    ...summons.roll.members.slice(0, present).map(({ memberId }): PastEvent => {
      return { draft: arrived(memberId, there, 'operator'), at: at(3), actorId: minutesSecretaryId }
    }),
    { draft: meetingEvent('meeting.closed', {}), at: at(1 + minutes), actorId: chairId },
  ]
  await layPast(database, { streamId: meetingId, organizationId: plan.organizationId }, past)
}

async function layMonth(parts: Parts, neighbour: Neighbour, month: string): Promise<void> {
  const { database, pipeline } = parts
  const { code, month: wanted } = neighbour
  const meetingId = demoId(`meeting of ${code} in ${month}`)
  if (wanted.state === 'none' || (await database.meeting.findUnique({ where: { id: meetingId } }))) return
  const give = (type: CommandType, payload: unknown, actor?: Actor) => {
    const own = ownCommand(type, meetingId, payload)
    return pipeline.submit(actor ? { ...own, actor } : own)
  }
  const as = (memberId: string | null): Actor => {
    return { kind: 'member', memberId: memberId ?? '', connectionId: null, nodeId: 'demo' }
  }
  if (wanted.state === 'held') {
    // In the month's first days some hours ago.
    const plan = planOf(parts, neighbour, month, Math.min(eveningOf(month, wanted.day), Date.now() - HOURS_AGO_MS))
    await layHeld(parts, plan, meetingId, wanted.present, wanted.minutes)
    return
  }
  const start = wanted.state === 'running' ? Date.now() - 20 * MINUTE_MS : eveningOf(month, 10)
  const plan = planOf(parts, neighbour, month, start)
  await give('meeting.draft', plan)
  await give('meeting.announce', { basedOn: 1 })
  if (wanted.state === 'notHeld') await give('meeting.recordNotHeld', { reason: wanted.reason }, as(plan.chairId))
  if (wanted.state !== 'running') return
  await give('meeting.open', {}, as(plan.chairId))
  const memberIds = membersOf(neighbour)
    .slice(0, wanted.present)
    .map(({ memberId }) => memberId)
  await give('attendance.checkInAtSite', { siteId: plan.sites[0]?.siteId, memberIds }, as(plan.minutesSecretaryId))
}

/** After the sample itself. @param password of the officers' accounts */
export async function layNeighbours(
  database: Database,
  pipeline: OpenLog['pipeline'],
  sample: SampleMeeting,
  password: string,
): Promise<void> {
  const parts = { database, pipeline, sample }
  await layPlaces(parts)
  await layOfficerAccounts(parts, password)
  const month = monthNow()
  for (const neighbour of neighbours) await layMonth(parts, neighbour, month)
}
