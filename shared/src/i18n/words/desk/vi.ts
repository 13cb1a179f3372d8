// The chair's desk in the room.
export const vi = {
  'desk.title': 'Điều hành buổi sinh hoạt',
  'desk.go_on': 'Chuyển sang: {{title}}',
  'desk.where': 'Đang ở',
  'desk.not_open': 'Chưa khai mạc',
  'desk.time': 'Thời lượng',
  'desk.time_of': 'Đã sinh hoạt {{minutes}} phút / tối thiểu {{minimum}} phút',
  'desk.time_plain': 'Đã sinh hoạt {{minutes}} phút',
  'desk.time_left': 'Còn {{minutes}} phút nữa mới đủ thời lượng tối thiểu.',
  'desk.time_enough': 'Đã đủ thời lượng tối thiểu.',
  'desk.missing': 'Cần xem trước bước tiếp theo',
  'desk.nothing_missing': 'Không thiếu gì. Bấm nút lớn ở dưới để tiếp tục.',
  'desk.finding_minutesSecretaryMissing': 'Chưa cử thư ký. Chọn một đồng chí rồi bấm “Cử thư ký”.',
  'desk.finding_documentsMissing':
    'Tài liệu chưa đăng. Quy định: trước buổi sinh hoạt {{hours}} giờ. Đề nghị đọc tài liệu tại buổi sinh hoạt.',
  'desk.finding_documentsLate':
    'Tài liệu đăng muộn: trước {{ahead}} giờ, quy định {{hours}} giờ. Đề nghị nhắc các đồng chí xem.',
  'desk.finding_quorumLow': 'Mới có {{present}}/{{base}} đồng chí được tính có mặt. Có thể chờ thêm rồi hãy tiến hành.',
  'desk.finding_quorumUnconfirmed':
    'Chưa xác nhận đủ điều kiện tiến hành ({{present}}/{{base}} có mặt). Xem điểm danh rồi bấm nút bên dưới.',
  'desk.finding_absencesUndecided':
    'Còn {{count}} báo vắng chưa được chi ủy trả lời. Khi kết thúc sẽ ghi là vắng không lý do. Mở “Mọi người” để trả lời.',
  'desk.finding_itemsLeft': 'Còn {{count}} nội dung chưa thực hiện.',
  'desk.finding_tooShort': 'Mới sinh hoạt {{minutes}} phút, chưa đủ thời lượng tối thiểu {{minimum}} phút.',
  'desk.finding_AGENDA_IN_PERSON_ONLY':
    '“{{item}}” chỉ thực hiện trực tiếp, mà chưa có đồng chí nào điểm danh tại điểm cầu. Điểm danh tại điểm cầu trước, hoặc chọn nội dung khác trong chương trình.',
  'desk.in_person_online':
    '“{{item}}” chỉ thực hiện trực tiếp, mà buổi này sinh hoạt trực tuyến. Đề nghị chọn nội dung khác trong chương trình.',
  'desk.item_blocked': 'Chưa có ai tại điểm cầu',
  'desk.minutes_secretary': 'Thư ký',
  'desk.minutes_secretary_is': 'Thư ký: đồng chí {{name}}',
  'desk.name_secretary': 'Cử thư ký',
  'desk.change_secretary': 'Đổi thư ký',
  'desk.choose': 'Chọn một đồng chí',
  'desk.present_now': 'Đang có mặt',
  'desk.not_present': 'Chưa có mặt',
  'desk.people': 'Mở điểm danh',
  'desk.agenda_lead': 'Bấm vào một nội dung để chuyển ngay sang nội dung đó.',
  'desk.revise': 'Sửa chương trình',
  'desk.hand_over': 'Bàn giao chủ trì',
  'desk.hand_over_lead': 'Chọn một đảng viên chính thức đang có mặt. Mọi người sẽ được báo ngay.',
  'desk.hand_over_nobody': 'Chưa có đảng viên chính thức nào khác đang có mặt.',
  'desk.hand_over_confirm': 'Bàn giao',
  'desk.officers': 'Chủ trì và thư ký',
  'desk.revise_save': 'Lưu chương trình',
  'desk.missing_count': '{{count}} việc cần xem trước bước này',
  'desk.update_roll': 'Cập nhật danh sách đảng viên',
} as const
