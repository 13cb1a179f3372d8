// The sample meeting as its secretary would have prepared it: place, site, order of business, guests, consent to the hybrid form.
import type { AgendaItem, AgendaItemKind } from '@hoi-truong/shared/agenda'
import type { MeetingPlan } from '@hoi-truong/shared/meeting'
import { z } from 'zod'
import { demoId } from './demoId.ts'
import { samplePollSchema } from './samplePolls.ts'

const parts = { mo_dau: 'opening', tien_hanh: 'proceeding', ket_thuc: 'closing' } as const

/** What each item of the sample's order of business is about, by its number there. */
const itemKinds: Record<number, AgendaItemKind> = {
  1: 'declaration',
  2: 'rollCall',
  3: 'information',
  4: 'report',
  5: 'draftResolution',
  6: 'discussion',
  7: 'vote',
  8: 'admission',
  9: 'conclusion',
  10: 'scoring',
}

export const sampleMeetingSchema = z.object({
  chi_bo: z.string(),
  van_ban_dong_y_truc_tuyen: z.object({ so: z.string(), ngay: z.string(), co_quan: z.string() }),
  dia_diem: z.string(),
  diem_cau: z.array(z.object({ id: z.string(), ten: z.string() })),
  chu_tri: z.string(),
  thu_ky: z.string(),
  chuong_trinh: z.array(
    z.object({
      tt: z.int(),
      buoc: z.enum(['mo_dau', 'tien_hanh', 'ket_thuc']),
      noi_dung: z.string(),
      phu_trach: z.string(),
      phut: z.int(),
      chi_thuc_hien_truc_tiep: z.boolean().optional(),
    }),
  ),
  bieu_quyet: z.array(samplePollSchema),
})

/** All but the times. */
export type SamplePlan = Omit<MeetingPlan, 'month' | 'plannedStart' | 'plannedEnd' | 'documentsPostedAt'>

export function samplePlan(meeting: z.infer<typeof sampleMeetingSchema>): SamplePlan {
  const consent = meeting.van_ban_dong_y_truc_tuyen
  return {
    organizationId: demoId(meeting.chi_bo),
    kind: 'regular',
    form: 'hybrid',
    place: meeting.dia_diem.normalize('NFC'),
    onlineApproval: {
      number: consent.so.normalize('NFC'),
      date: consent.ngay,
      authority: consent.co_quan.normalize('NFC'),
    },
    chairId: demoId(meeting.chu_tri),
    standInId: null,
    minutesSecretaryId: demoId(meeting.thu_ky),
    sites: meeting.diem_cau.map(({ id, ten }) => ({
      siteId: demoId(id),
      name: ten.normalize('NFC'),
      operatorId: demoId(meeting.thu_ky),
    })),
    agenda: meeting.chuong_trinh.map(
      (item): AgendaItem => ({
        itemId: demoId(`item ${item.tt}`),
        part: parts[item.buoc],
        kind: itemKinds[item.tt] ?? 'other',
        title: item.noi_dung.normalize('NFC'),
        presenterId: demoId(item.phu_trach),
        minutes: item.phut,
        inPersonOnly: item.chi_thuc_hien_truc_tiep ?? false,
      }),
    ),
    guests: [],
  }
}
