// Buổi tập: trang bắt đầu.
export const vi = {
  'practice.title': 'Tập điều hành',
  'practice.lead':
    'Buổi tập giống hệt một buổi sinh hoạt thật: phòng sinh hoạt, bảng điều hành, điểm danh, ý kiến. Đồng chí làm chủ trì; các đồng chí khác trong danh sách đều là tên đặt ra để tập.',
  'practice.nobody_sees': 'Không ai khác nhìn thấy buổi tập và không ai nhận được thông báo.',
  'practice.counts_nowhere': 'Buổi tập không tính vào số liệu nào và tự biến mất khỏi danh sách sau một ngày.',
  'practice.steps_title': 'Có thể tập những gì',
  'practice.step_open': 'Khai mạc, cử thư ký, chuyển từng mục trong chương trình.',
  'practice.step_roll': 'Điểm danh tại điểm cầu: bấm vào tên từng đồng chí.',
  'practice.step_absence': 'Trả lời hai đồng chí đã báo vắng; đọc ý kiến của đồng chí vắng mặt.',
  'practice.step_close': 'Xác nhận đủ điều kiện tiến hành, kết thúc, xem lại diễn biến.',
  'practice.start': 'Bắt đầu buổi tập',
  'practice.continue': 'Tiếp tục buổi tập đang dở',
  'practice.again': 'Bắt đầu buổi tập mới',
  'practice.starting': 'Đang chuẩn bị buổi tập…',
  'practice.back': 'Về danh sách buổi sinh hoạt',
} as const
