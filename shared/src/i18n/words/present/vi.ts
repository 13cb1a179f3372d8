// A document shown to everybody page by page: whoever turns the pages, and whoever looks.
export const vi = {
  'present.region': 'Tài liệu đang trình chiếu',
  'present.by': 'Đồng chí {{name}} trình chiếu: {{document}}',
  'present.by_you': 'Đồng chí đang trình chiếu: {{document}}',
  'present.page_of': 'Trang {{page}}/{{pages}}',
  'present.tools': 'Lật trang, phóng to',
  'present.previous': 'Trang trước',
  'present.next': 'Trang sau',
  'present.go_to': 'Trang số',
  'present.of_pages': '/{{pages}}',
  'present.pointer_hint': 'Rê chuột hoặc chạm vào trang để chỉ cho mọi người thấy.',
  'present.leaf': 'Xem trang khác',
  'present.follow': 'Theo người trình bày',
  'present.others_at': 'Người trình bày: trang {{page}}',
  'present.fetching': 'Đang tải trang {{page}}. Âm thanh buổi sinh hoạt vẫn tiếp tục.',
  'present.opening': 'Đang mở tài liệu. Âm thanh buổi sinh hoạt vẫn tiếp tục.',
  'present.page_failed': 'Trang {{page}} chưa hiện được.',
  'present.not_told': 'Mất kết nối: mọi người chưa thấy trang này. Sẽ tự báo khi có mạng.',

  'present.begin': 'Trình chiếu',
  'present.begin_which': 'Trình chiếu: {{name}}',
  'present.is_on': 'Đang trình chiếu',
  'present.replace_title': 'Thay tài liệu đang trình chiếu?',
  'present.replace_lead':
    'Đồng chí {{name}} đang trình chiếu. Nếu tiếp tục, mọi người sẽ thấy “{{document}}” của đồng chí thay cho tài liệu đó.',
  'present.replace_confirm': 'Trình chiếu tài liệu này',
}
