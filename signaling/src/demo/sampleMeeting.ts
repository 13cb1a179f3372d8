// The invented branch of sample-meeting.json in the words of the program. All people, places and numbers in it are made up.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ImportedMember, OrganizationRecord } from '@hoi-truong/shared/organization'
import { z } from 'zod'
import { demoId } from './demoId.ts'
import {
  administratorOf,
  followerOf,
  memberOf,
  organizationOf,
  sampleGuestSchema,
  sampleMemberSchema,
  sampleOrganizationSchema,
} from './sampleMembers.ts'
import { type SamplePlan, sampleMeetingSchema, samplePlan } from './samplePlan.ts'
import { type SamplePoll, samplePoll } from './samplePolls.ts'

const FILE = 'sample-meeting.json'

const fileSchema = z.object({
  to_chuc: z.array(sampleOrganizationSchema),
  dang_vien: z.array(sampleMemberSchema),
  dai_bieu: z.array(sampleGuestSchema),
  sinh_hoat: sampleMeetingSchema,
})

interface SampleOrganization {
  id: string
  record: OrganizationRecord
  members: ImportedMember[]
}

export interface SampleMeeting {
  fileName: string
  fileHash: string
  /** Each after the one above it. */
  organizations: SampleOrganization[]
  branchId: string
  plan: SamplePlan
  /** Without their ids: each meeting has its own. */
  polls: SamplePoll[]
}

export function readSampleMeeting(): SampleMeeting {
  const bytes = readFileSync(new URL(FILE, import.meta.url))
  const file = fileSchema.parse(JSON.parse(bytes.toString('utf8')))
  const { sinh_hoat: meeting } = file
  const branchId = demoId(meeting.chi_bo)
  const upperCode = file.to_chuc.find((organization) => organization.ma === meeting.chi_bo)?.cha
  const members = file.dang_vien.map(memberOf)
  const followers = file.dai_bieu.map((guest) => followerOf(guest, branchId))
  const membersOf = (organization: (typeof file.to_chuc)[number]): ImportedMember[] => {
    if (organization.ma === meeting.chi_bo) return members
    if (organization.ma === upperCode) return followers
    return organization.cha === undefined ? [administratorOf(demoId(organization.ma))] : []
  }
  return {
    fileName: FILE,
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    branchId,
    organizations: file.to_chuc.map((organization) => ({
      ...organizationOf(organization),
      members: membersOf(organization),
    })),
    plan: samplePlan(meeting),
    polls: meeting.bieu_quyet.map(samplePoll),
  }
}
