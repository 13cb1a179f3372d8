// The order of business (chương trình): its items, in the three parts that every meeting has (DOMAIN 3.2).
import { z } from 'zod'

/** Mở đầu, tiến hành, kết thúc. */
export const agendaPartSchema = z.enum(['opening', 'proceeding', 'closing'])
export type AgendaPart = z.infer<typeof agendaPartSchema>

/** What an item is about; rules speak of kinds, people of titles. */
export const agendaItemKindSchema = z.enum([
  'declaration', // tuyên bố lý do, giới thiệu đại biểu; cử thư ký
  'rollCall', // điểm danh, thông báo tình hình đảng viên
  'dues', // thông báo nộp đảng phí
  'adoption', // thông qua chương trình
  'report', // bí thư báo cáo
  'assessment', // đánh giá việc thực hiện nhiệm vụ
  'information', // thông tin thời sự, quán triệt văn bản
  'draftResolution', // trình bày dự thảo nghị quyết
  'presentation', // trình bày chuyên đề
  'discussion', // thảo luận, tự phê bình và phê bình
  'vote', // biểu quyết
  'admission', // xét, đề nghị kết nạp
  'recognition', // công nhận đảng viên chính thức
  'removal', // xóa tên
  'discipline', // thi hành kỷ luật
  'election', // bầu cử
  'rating', // đánh giá, xếp loại
  'conclusion', // kết luận
  'tasks', // phân công nhiệm vụ
  'petitions', // giải quyết kiến nghị, định hướng tư tưởng
  'scoring', // chấm điểm chất lượng sinh hoạt
  'minutes', // thông qua biên bản
  'other',
])
export type AgendaItemKind = z.infer<typeof agendaItemKindSchema>

export const agendaTitleSchema = z.string().trim().min(1).max(240).normalize('NFC')

export const agendaItemSchema = z.strictObject({
  itemId: z.uuid().toLowerCase(),
  part: agendaPartSchema,
  kind: agendaItemKindSchema,
  title: agendaTitleSchema,
  /** Người trình bày. */
  presenterId: z.uuid().toLowerCase().nullable(),
  /** Planned length. */
  minutes: z.int().min(0).max(480),
  /** Chỉ thực hiện trực tiếp: flagged by the branch; the rules may bar further kinds. */
  inPersonOnly: z.boolean(),
})
export type AgendaItem = z.infer<typeof agendaItemSchema>

/** In the order of the meeting. Ids are told apart, or starting "the" item would mean two. */
export const agendaSchema = z
  .array(agendaItemSchema)
  .max(60)
  .refine((items) => new Set(items.map(({ itemId }) => itemId)).size === items.length)

/** An item of a template: whoever prepares the meeting adds who presents it. */
export const templateItemSchema = agendaItemSchema.omit({ itemId: true, presenterId: true })
export type TemplateItem = z.infer<typeof templateItemSchema>
export const agendaTemplateSchema = z.array(templateItemSchema).min(1).max(60)
