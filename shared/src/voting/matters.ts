// What a poll is about and how it is taken. Rules speak of matters, people of titles (DOMAIN 2.4).
import { z } from 'zod'

export const pollMatterSchema = z.enum([
  'resolution', // nghị quyết, kết luận, chương trình
  'ordinary', // nội dung khác
  'scoring', // thông qua điểm tự chấm
  'conduct', // bộ phận điều hành đại hội, số lượng và danh sách bầu
  'admission', // xét, đề nghị kết nạp
  'recognition', // công nhận đảng viên chính thức
  'removal', // xóa tên
  'discipline', // khiển trách, cảnh cáo, cách chức
  'expulsion', // đề nghị khai trừ
  'election', // bầu chi ủy, bí thư, phó bí thư, đại biểu
  'rating', // xếp loại đảng viên hằng năm
  'opinion', // thăm dò với phương án riêng: figures only, nothing passes or fails
])
export type PollMatter = z.infer<typeof pollMatterSchema>

/** Giơ tay and own devices; phiếu kín on paper, counted by tellers; phiếu kín on own devices (blind-signed tokens, DESIGN 6). */
export const pollMethodSchema = z.enum(['open', 'paper', 'electronic'])
export type PollMethod = z.infer<typeof pollMethodSchema>

/** What a ballot says: yes or no to one thing; up to so many of several candidates; up to so many of several options. */
export type BallotShape = 'approval' | 'election' | 'opinion'
export const shapeOf = (matter: PollMatter): BallotShape =>
  matter === 'election' || matter === 'opinion' ? matter : 'approval'

/** Tán thành, không tán thành, không có ý kiến; on a secret ballot: đồng ý, không đồng ý. */
export const APPROVAL_OPEN = ['for', 'against', 'abstain'] as const
export const APPROVAL_SECRET = ['for', 'against'] as const
