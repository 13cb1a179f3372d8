// The order of business that the guidance gives (DOMAIN 3.2, HD 42), by kind of meeting and type of branch. A starting point: whoever
// prepares the meeting edits it, and a branch may save its own. Titles are in the language of the record.
import type { MeetingKind } from '../meeting/kinds.ts'
import type { BranchType } from '../organization/schema.ts'
import type { AgendaItemKind, AgendaPart, TemplateItem } from './schema.ts'

const item = (part: AgendaPart, kind: AgendaItemKind, title: string, minutes: number, inPersonOnly = false) =>
  ({ part, kind, title, minutes, inPersonOnly }) satisfies TemplateItem

/** What a type of branch gives weight to when it looks back at the month. */
const emphasis: Record<BranchType, string> = {
  village: 'Đánh giá kết quả lãnh đạo tháng trước: đời sống, an ninh trật tự, công tác dân vận ở khu dân cư',
  office: 'Đánh giá kết quả lãnh đạo tháng trước: nhiệm vụ chuyên môn, cải cách hành chính, kỷ luật công vụ',
  enterprise: 'Đánh giá kết quả lãnh đạo tháng trước: sản xuất kinh doanh, việc làm và đời sống người lao động',
  school: 'Đánh giá kết quả lãnh đạo tháng trước: dạy và học, giáo dục chính trị tư tưởng trong nhà trường',
  armedForces: 'Đánh giá kết quả lãnh đạo tháng trước: huấn luyện, sẵn sàng chiến đấu, quản lý kỷ luật',
  other: 'Đánh giá kết quả lãnh đạo tháng trước; kết quả nhiệm vụ của đảng viên',
}

const opening = [
  item('opening', 'declaration', 'Tuyên bố lý do, giới thiệu đại biểu; cử thư ký', 5),
  item('opening', 'rollCall', 'Điểm danh, thông báo tình hình đảng viên', 4),
  item('opening', 'dues', 'Thông báo tình hình nộp đảng phí', 2),
  item('opening', 'adoption', 'Thông qua chương trình', 2),
]

const regularProceeding = (type: BranchType) => [
  item('proceeding', 'report', emphasis[type], 12),
  item('proceeding', 'assessment', 'Đánh giá việc thực hiện nhiệm vụ của đảng viên', 8),
  item('proceeding', 'information', 'Thông tin thời sự, quán triệt văn bản của cấp trên', 10),
  item('proceeding', 'draftResolution', 'Trình bày dự thảo nghị quyết tháng', 8),
  item('proceeding', 'discussion', 'Thảo luận; tự phê bình và phê bình', 25),
]

const thematicProceeding = [
  item('proceeding', 'declaration', 'Nêu mục đích, yêu cầu của chuyên đề', 5),
  item('proceeding', 'presentation', 'Trình bày chuyên đề', 25),
  item('proceeding', 'discussion', 'Thảo luận, liên hệ bản thân', 30),
]

const closing = [
  item('closing', 'petitions', 'Tổng hợp, tiếp thu ý kiến; định hướng tư tưởng, giải quyết kiến nghị', 5),
  item('closing', 'tasks', 'Phân công nhiệm vụ có thời hạn', 4),
  item('closing', 'vote', 'Kết luận; biểu quyết thông qua nghị quyết', 6),
  item('closing', 'scoring', 'Chấm điểm chất lượng sinh hoạt', 4),
  item('closing', 'minutes', 'Thư ký trình bày biên bản; thông qua biên bản', 5),
]

const conclusion = [
  item('closing', 'conclusion', 'Kết luận', 5),
  item('closing', 'minutes', 'Thư ký trình bày biên bản; thông qua biên bản', 5),
]

/** The guidance's items for a meeting of this kind in a branch of this type. */
export function agendaTemplate(kind: MeetingKind, type: BranchType): TemplateItem[] {
  switch (kind) {
    case 'regular':
      return [...opening, ...regularProceeding(type), ...closing]
    case 'thematic':
      return [...opening.slice(0, 2), ...thematicProceeding, ...conclusion]
    case 'regularPlusThematic':
      return [...opening, ...regularProceeding(type), ...thematicProceeding, ...closing]
    case 'committee':
      return [
        item('opening', 'rollCall', 'Điểm danh', 2),
        item('proceeding', 'report', 'Kiểm điểm công việc tháng trước của chi ủy', 10),
        item('proceeding', 'discussion', 'Thống nhất chương trình, dự thảo nghị quyết, nội dung biểu quyết', 25),
        ...conclusion,
      ]
    case 'annualReview':
      return [
        ...opening.slice(0, 2),
        item('proceeding', 'assessment', 'Kiểm điểm tập thể chi ủy; kiểm điểm cá nhân đảng viên', 60),
        item('proceeding', 'rating', 'Bỏ phiếu đánh giá, xếp loại chất lượng đảng viên', 20, true),
        ...conclusion,
      ]
    case 'admissionCeremony':
      return [
        ...opening.slice(0, 1),
        item('opening', 'rollCall', 'Điểm danh', 3),
        item('proceeding', 'admission', 'Công bố, trao quyết định kết nạp; đảng viên mới tuyên thệ', 15, true),
        item('proceeding', 'discussion', 'Phân công đảng viên giúp đỡ; phát biểu giao nhiệm vụ', 15),
        ...conclusion.slice(0, 1),
      ]
    case 'congress':
      return [
        ...opening.slice(0, 2),
        item('opening', 'adoption', 'Bầu đoàn chủ tịch, thư ký; thông qua chương trình, quy chế làm việc', 10),
        item('proceeding', 'report', 'Báo cáo chính trị; báo cáo kiểm điểm của chi ủy', 30),
        item('proceeding', 'discussion', 'Thảo luận', 40),
        item('proceeding', 'election', 'Bầu chi ủy, bí thư, phó bí thư; bầu đại biểu', 60, true),
        item('closing', 'vote', 'Thông qua nghị quyết đại hội', 10),
        ...conclusion.slice(1),
      ]
    case 'extraordinary':
      return [
        ...opening.slice(0, 2),
        item('proceeding', 'report', 'Nêu vấn đề đột xuất', 10),
        item('proceeding', 'discussion', 'Thảo luận', 20),
        ...conclusion,
      ]
  }
}
