// What the sample meeting votes on, as its secretary would have prepared it: the resolution and the score by hands, the admission by
// secret ballots on paper.
import type { PollMatter, PollMethod, PollQuestion } from '@hoi-truong/shared/voting'
import { z } from 'zod'
import { demoId } from './demoId.ts'

const matters = { nghi_quyet: 'resolution', ket_nap: 'admission', cham_diem: 'scoring' } as const satisfies Record<
  string,
  PollMatter
>
const methods = { cong_khai: 'open', bo_phieu_kin: 'paper' } as const satisfies Record<string, PollMethod>
/** The items of its order of business, by their numbers there. */
const itemNumbers = { nghi_quyet: 7, ket_nap: 8, cham_diem: 10 } as const

const keys = <K extends string>(table: Record<K, unknown>) => z.enum(Object.keys(table) as [K, ...K[]])

export const samplePollSchema = z.object({
  noi_dung: z.string(),
  loai: keys(matters),
  hinh_thuc: keys(methods),
  to_kiem_phieu: z.array(z.string()).default([]),
})

export type SamplePoll = Omit<PollQuestion, 'pollId'>

export const samplePoll = ({
  noi_dung,
  loai,
  hinh_thuc,
  to_kiem_phieu,
}: z.infer<typeof samplePollSchema>): SamplePoll => ({
  itemId: demoId(`item ${itemNumbers[loai]}`),
  matter: matters[loai],
  method: methods[hinh_thuc],
  title: noi_dung.normalize('NFC'),
  options: [],
  maxChoices: 1,
  showTallies: false,
  tellerIds: to_kiem_phieu.map(demoId),
  repeats: null,
})
