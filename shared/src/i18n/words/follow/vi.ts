// Theo dõi buổi sinh hoạt, không vào phòng.
export const vi = {
  'follow.title': 'Theo dõi buổi sinh hoạt',
  'follow.not_present': 'Đồng chí đang theo dõi từ xa. Theo dõi không tính là có mặt và không có âm thanh, hình ảnh.',
  'follow.enter': 'Vào phòng sinh hoạt',
  'follow.not_open': 'Buổi sinh hoạt chưa khai mạc. Trang này tự đổi khi chủ trì khai mạc.',
  'follow.planned': 'Dự kiến: {{time}}',
  'follow.speaking': 'Đang nói: {{names}}',
  'follow.quiet': 'Hiện chưa nghe ai nói trực tuyến.',
  'follow.led_by': 'Chủ trì: {{name}}',
  'follow.counts': 'Điểm danh',
  'follow.ended': 'Buổi sinh hoạt đã kết thúc.',
  'follow.record': 'Xem diễn biến buổi sinh hoạt',
  'follow.called_off': 'Buổi sinh hoạt không diễn ra. Lý do: {{reason}}',
  'follow.interrupted': 'Mất kết nối. Những gì dưới đây là lúc {{time}}; trang tự cập nhật khi có mạng.',
} as const
