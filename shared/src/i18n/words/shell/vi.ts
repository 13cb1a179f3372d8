// What all signed-in pages share: the terms of the field, what went wrong, and the words of common controls.
import { terms } from '../../generated/terms.ts'
import { vi as errors } from '../errors/vi.ts'

export const vi = {
  ...terms,
  ...errors,

  'common.cancel': 'Không, quay lại',
  'common.close': 'Đóng',
  'common.skip': 'Tới nội dung chính',

  'members.title': 'Đảng viên của chi bộ',

  'accounts.title': 'Tài khoản đảng viên',
  'accounts.waiting': '{{count}} chờ duyệt',
  'accounts.own': 'Tài khoản của tôi',
  'accounts.own_short': 'Tài khoản',

  'meetings.kind_month': '{{kind}} tháng {{month}}',
  'meetings.record': 'Xem lại buổi sinh hoạt',

  'room.title': 'Phòng sinh hoạt',
  'connectiontest.title': 'Kiểm tra kết nối',

  'meeting.annual_review': 'Kiểm điểm cuối năm',
  'meeting.admission_ceremony': 'Lễ kết nạp đảng viên',

  'status.draft': 'Đang soạn thảo',
  'status.announced': 'Chưa khai mạc',
  'status.open': 'Đang sinh hoạt',
  'status.closed': 'Đã kết thúc',
  'status.sealed': 'Đã niêm phong',
  'status.cancelled': 'Đã hủy',
  'status.not_held': 'Không sinh hoạt',
  'practice.tag': 'Buổi tập: không tính vào số liệu',
} as const
