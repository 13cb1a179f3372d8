// A branch with as many members as a test wants, a meeting of theirs that is open, and its people in the room as generators.
import { randomUUID } from 'node:crypto'
import { readSampleMeeting } from '../../signaling/src/demo/sampleMeeting.ts'
import { planFor } from '../../signaling/src/testing/plans.ts'
import { MemberApi } from './api.ts'
import { layBranch } from './branch.ts'
import type { Generators } from './generators.ts'
import type { RunningSystem } from './system.ts'

export interface FullRoom {
  meetingId: string
  chair: MemberApi
  /** Who has not come yet. */
  number: string
}

/** @param cameras how many come with a camera; one of them, the chair, speaks */
export async function fillRoom(system: RunningSystem, generators: Generators, cameras: number): Promise<FullRoom> {
  const people = Array.from({ length: cameras + 1 }, (_, index) => ({
    name: `Người Thử Nghiệm ${index + 1}`,
    hasAccount: true,
    ...(index === 0 ? { office: 'branchSecretary' as const } : {}),
  }))
  const { organizationId, numbers } = await layBranch(system, people, 'Chi bộ Thôn Giả Định 25')
  const members = await Promise.all(numbers.map((number) => MemberApi.signIn(system, number)))
  const [chair, second] = members
  const number = numbers.at(-1)
  if (!chair || !second || number === undefined) throw new Error('a full room has more people')
  const sample = readSampleMeeting()
  const agenda = sample.plan.agenda.map((item) => ({ ...item, presenterId: chair.memberId }))
  const plan = planFor(sample, {
    organizationId,
    chairId: chair.memberId,
    minutesSecretaryId: second.memberId,
    standInId: null,
    agenda,
    sites: sample.plan.sites.map((site) => ({ ...site, operatorId: second.memberId })),
    guests: [],
  })
  const meetingId = randomUUID()
  await chair.command('meeting.draft', meetingId, plan)
  await chair.command('meeting.announce', meetingId, { basedOn: 1 })
  for (const [index, member] of members.slice(0, cameras).entries()) {
    await generators.join(member, meetingId, { camera: true, voice: index === 0 ? 'speech' : 'silence' })
    if (index === 0) await chair.live('meeting.open', meetingId, {})
  }
  return { meetingId, chair, number }
}
