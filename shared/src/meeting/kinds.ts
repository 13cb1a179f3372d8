// The words for meetings that rules, agenda and protocol share: kinds, forms, states.
import { z } from 'zod'

/**
 * Thường kỳ, chuyên đề, thường kỳ kết hợp chuyên đề, bất thường, họp chi ủy, kiểm điểm cuối năm, lễ kết nạp, đại hội (DOMAIN 3.1).
 */
export const meetingKindSchema = z.enum([
  'regular',
  'thematic',
  'regularPlusThematic',
  'extraordinary',
  'committee',
  'annualReview',
  'admissionCeremony',
  'congress',
])
/** Trực tiếp, trực tuyến, trực tiếp kết hợp trực tuyến. */
export const meetingFormSchema = z.enum(['inPerson', 'online', 'hybrid'])
/**
 * Soạn thảo, đã thông báo, đang sinh hoạt, đã kết thúc, đã niêm phong, đã hủy, không sinh hoạt. `sealed` follows `closed` when the
 * record is sealed; a closed meeting can be opened again for some minutes.
 */
export const meetingStatusSchema = z.enum(['draft', 'announced', 'open', 'closed', 'sealed', 'cancelled', 'notHeld'])
export type MeetingKind = z.infer<typeof meetingKindSchema>
export type MeetingForm = z.infer<typeof meetingFormSchema>
export type MeetingStatus = z.infer<typeof meetingStatusSchema>
