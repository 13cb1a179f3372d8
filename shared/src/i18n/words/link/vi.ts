// A poor link, and spending little data.
export const vi = {
  'link.smaller': 'Mạng yếu: hình nhỏ hơn để giữ tiếng. Hình sẽ tự trở lại như cũ.',
  'link.one_picture': 'Mạng yếu: chỉ còn một hình nhỏ để giữ tiếng. Các hình khác sẽ tự trở lại.',
  'link.no_pictures': 'Mạng yếu: tạm tắt hình để giữ tiếng. Hình sẽ tự trở lại, đồng chí không cần làm gì.',
  'link.one_voice':
    'Mạng rất yếu: chỉ còn tiếng của người đang phát biểu. Mọi thứ sẽ tự trở lại, đồng chí không cần làm gì.',
  'link.own_picture_off': 'Mạng yếu: tạm không gửi hình của đồng chí để giữ tiếng. Hình sẽ tự trở lại.',
  'link.saving': 'Đang tiết kiệm dữ liệu: chỉ một hình nhỏ.',
  'link.saver_note': 'Chỉ nhận một hình nhỏ, tốn ít dữ liệu hơn',
  'link.saver_on_note': 'Đang bật. Bấm để xem đủ hình.',
} as const
