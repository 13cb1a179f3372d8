// Making an account: with the code of a slip, or by asking for one. Read before signing in, so no heavier than it must be.
export const vi = {
  'activation.title': 'Tạo tài khoản',
  'activation.lead': 'Dùng phiếu do chi bộ phát: số thẻ và mã in trên phiếu.',
  'activation.scanned': 'Đã lấy số thẻ và mã từ phiếu. Chỉ còn đặt mật khẩu.',
  'activation.code': 'Mã trên phiếu',
  'activation.code_hint':
    'Ba nhóm chữ và số, ví dụ: 7K2M-9XQ4-B3TDA. Chữ hoa hay chữ thường, có gạch hay không đều được.',
  'activation.code_missing': 'Còn thiếu {{count}} ký tự.',
  'activation.code_complete': 'Đã đủ {{count}} ký tự.',
  'activation.code_needed': 'Đề nghị đồng chí nhập mã trên phiếu.',
  'activation.code_short': 'Mã còn thiếu {{count}} ký tự. Đề nghị đồng chí xem lại phiếu.',
  'activation.code_long': 'Mã thừa {{count}} ký tự. Đề nghị đồng chí xem lại phiếu.',
  'activation.code_strange': 'Mã trên phiếu không có ký tự “{{letter}}”. Đề nghị đồng chí xem lại phiếu.',
  'activation.code_wrong':
    'Số thẻ hoặc mã chưa đúng, hoặc phiếu này đã dùng, đã hết hạn, đã có phiếu mới thay. Đề nghị đồng chí xem lại phiếu; nếu đúng như phiếu, xin Bí thư chi bộ phiếu mới.',
  'activation.submit': 'Tạo tài khoản',
  'activation.sending': 'Đang tạo tài khoản…',
  'activation.waiting':
    'Chưa có mạng. Nội dung vẫn còn ở đây và đang tự gửi lại; đề nghị đồng chí chưa đóng trang này.',
  'activation.signed_in':
    'Máy này đang đăng nhập với tên {{name}}. Muốn tạo tài khoản cho đồng chí khác trên máy này, đề nghị đăng xuất trước.',
  'activation.sign_out_first': 'Đăng xuất rồi tạo tài khoản',
  'activation.stay': 'Về buổi sinh hoạt của tôi',
  'activation.no_slip': 'Không có phiếu? Đăng ký để chi ủy duyệt',
  'activation.have_account': 'Đã có tài khoản? Đăng nhập',

  'activation.password': 'Mật khẩu mới',
  'activation.password_hint': 'Tự đặt, ít nhất {{count}} ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
  'activation.password_again': 'Nhập lại mật khẩu mới',
  'activation.show_passwords': 'Hiện mật khẩu',
  'activation.password_needed': 'Đề nghị đồng chí đặt mật khẩu.',
  'activation.password_short': 'Mật khẩu cần ít nhất {{count}} ký tự.',
  'activation.password_weak':
    'Mật khẩu này dễ đoán. Đề nghị đồng chí đặt mật khẩu khác, không dùng số thẻ hay dãy số liền nhau.',
  'activation.password_long': 'Mật khẩu quá dài. Đề nghị đồng chí đặt ngắn hơn.',
  'activation.again_needed': 'Đề nghị đồng chí nhập lại mật khẩu lần nữa.',
  'activation.again_differs': 'Hai lần nhập chưa giống nhau. Bật “Hiện mật khẩu” để xem lại.',

  'activation.register_title': 'Đăng ký tài khoản',
  'activation.register_lead':
    'Dành cho đảng viên chưa có phiếu mã. Chi ủy chi bộ xem và duyệt, sau đó đồng chí đăng nhập được.',
  'activation.name': 'Họ và tên',
  'activation.name_hint': 'Ghi đủ như trong danh sách chi bộ',
  'activation.name_needed': 'Đề nghị đồng chí ghi họ và tên.',
  'activation.name_long': 'Họ và tên quá dài. Đề nghị đồng chí rút ngắn.',
  'activation.phone': 'Số điện thoại (có thể để trống)',
  'activation.phone_hint': 'Để chi ủy hỏi lại khi cần',
  'activation.phone_wrong': 'Số điện thoại chỉ gồm chữ số, từ 8 đến 16 số. Đề nghị đồng chí kiểm tra lại.',
  'activation.register_submit': 'Gửi đăng ký',
  'activation.register_sending': 'Đang gửi…',
  'activation.offline': 'Máy chưa có mạng. Đồng chí cứ điền; nội dung được giữ ở đây, có mạng thì gửi.',
  'activation.have_slip': 'Có phiếu mã? Tạo tài khoản ngay',
  'activation.sent_title': 'Đã gửi đăng ký',
  'activation.sent_lead': 'Đăng ký đã tới hệ thống. Các bước tiếp theo:',
  'activation.sent_step_review': 'Chi ủy chi bộ xem đăng ký và đối chiếu với danh sách đảng viên.',
  'activation.sent_step_ask': 'Đề nghị đồng chí báo Bí thư hoặc chi ủy viên biết là đã đăng ký, để được duyệt sớm.',
  'activation.sent_step_sign_in': 'Khi đã duyệt, đồng chí đăng nhập bằng số thẻ và mật khẩu vừa đặt.',
  'activation.sent_unknown':
    'Để bảo đảm kín đáo, trang này trả lời như nhau dù số thẻ có trong danh sách hay không. Chờ lâu chưa đăng nhập được, đề nghị đồng chí hỏi Bí thư chi bộ.',
  'activation.to_sign_in': 'Đến trang đăng nhập',
} as const
