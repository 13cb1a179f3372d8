// The invented branch of sample-meeting.json in the words of the program. All people, places and numbers in it are made up.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { MemberRecord, OrganizationRecord } from '@hoi-truong/shared/organization'
import { z } from 'zod'
import { demoId } from './demoId.ts'
import { type SamplePlan, sampleMeetingSchema, samplePlan } from './samplePlan.ts'

const FILE = 'sample-meeting.json'

const offices = {
  bi_thu: 'branchSecretary',
  pho_bi_thu: 'deputySecretary',
  chi_uy_vien: 'committeeMember',
  dang_vien: 'member',
} as const
const categories = { chinh_thuc: 'official', du_bi: 'probationary' } as const
const statuses = {
  dang_sinh_hoat: 'active',
  mien_cong_tac_va_sinh_hoat: 'exempt',
  sinh_hoat_tam_thoi_noi_khac: 'away',
} as const
const levels = { tinh: 'province', co_so: 'grassroots', chi_bo: 'branch' } as const

const keys = <K extends string>(table: Record<K, unknown>) => z.enum(Object.keys(table) as [K, ...K[]])

const fileSchema = z.object({
  to_chuc: z.array(
    z.object({
      ma: z.string(),
      ten: z.string(),
      cap: keys(levels),
      cha: z.string().optional(),
      cap_uy: z.string().optional(),
    }),
  ),
  dang_vien: z.array(
    z.object({
      id: z.string(),
      ho_ten: z.string(),
      loai: keys(categories),
      chuc_vu: keys(offices),
      trang_thai: keys(statuses),
      so_the: z.string(),
    }),
  ),
  dai_bieu: z.array(z.object({ id: z.string(), ho_ten: z.string(), chuc_vu: z.string(), so_the: z.string() })),
  sinh_hoat: sampleMeetingSchema,
})

interface SampleOrganization {
  id: string
  record: OrganizationRecord
  members: MemberRecord[]
}

export interface SampleMeeting {
  fileName: string
  fileHash: string
  /** Each after the one above it. */
  organizations: SampleOrganization[]
  branchId: string
  plan: SamplePlan
}

export function readSampleMeeting(): SampleMeeting {
  const bytes = readFileSync(new URL(FILE, import.meta.url))
  const file = fileSchema.parse(JSON.parse(bytes.toString('utf8')))
  const { sinh_hoat: meeting } = file
  const branchId = demoId(meeting.chi_bo)
  const upperCode = file.to_chuc.find((organization) => organization.ma === meeting.chi_bo)?.cha

  const members = file.dang_vien.map((member): MemberRecord => {
    const office = offices[member.chuc_vu]
    return {
      memberId: demoId(member.id),
      memberNumber: member.so_the,
      name: member.ho_ten.normalize('NFC'),
      category: categories[member.loai],
      status: statuses[member.trang_thai],
      office,
      title: null,
      roles: [...new Set(['member', office] as const)].map((role) => ({ role, organizationId: branchId })),
    }
  })
  const followers = file.dai_bieu.map(
    (guest): MemberRecord => ({
      memberId: demoId(guest.id),
      memberNumber: guest.so_the,
      name: guest.ho_ten.normalize('NFC'),
      category: 'official',
      status: 'active',
      office: 'member',
      title: guest.chuc_vu.normalize('NFC'),
      roles: [{ role: 'upperMonitor', organizationId: branchId }],
    }),
  )

  return {
    fileName: FILE,
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    branchId,
    organizations: file.to_chuc.map((organization) => ({
      id: demoId(organization.ma),
      record: {
        code: organization.ma,
        name: organization.ten.normalize('NFC'),
        level: levels[organization.cap],
        committee: organization.cap_uy?.normalize('NFC') ?? null,
        parentId: organization.cha === undefined ? null : demoId(organization.cha),
      },
      members: organization.ma === meeting.chi_bo ? members : organization.ma === upperCode ? followers : [],
    })),
    plan: samplePlan(meeting),
  }
}
