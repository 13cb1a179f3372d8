// What the sign-in page, the splash and a failing page say: loaded with the app itself, so each sentence here delays the first visit.
import { coreTerms } from '../../generated/coreTerms.ts'

export const vi = {
  ...coreTerms,

  'common.loading': 'Đang tải…',
  'common.back': 'Về danh sách buổi sinh hoạt',
  'common.language': 'English',
  'common.language_label': 'Chuyển sang tiếng Anh',
  'common.page_unknown': 'Không có trang này.',
  'common.page_failed': 'Trang này gặp lỗi. Đề nghị đồng chí tải lại trang.',
  'common.reload': 'Tải lại trang',
  'common.unreachable': 'Chưa kết nối được với máy chủ. Hệ thống đang tự thử lại; đề nghị đồng chí kiểm tra mạng.',

  'signin.title': 'Đăng nhập',
  'signin.lead': 'Đăng nhập bằng số thẻ đảng viên và mật khẩu.',
  'signin.member_number': 'Số thẻ đảng viên',
  'signin.member_number_hint': 'Ví dụ: MAU-00001. Chữ hoa hay chữ thường đều được.',
  'signin.password': 'Mật khẩu',
  'signin.show_password': 'Hiện mật khẩu',
  'signin.submit': 'Đăng nhập',
  'signin.number_needed': 'Đề nghị đồng chí nhập số thẻ đảng viên.',
  'signin.number_wrong_form': 'Số thẻ chỉ gồm chữ cái, chữ số và dấu gạch nối. Đề nghị đồng chí kiểm tra lại.',
  'signin.password_needed': 'Đề nghị đồng chí nhập mật khẩu.',
  'signin.blocked_for': 'Có thể thử lại sau {{time}}.',
  'signin.help': 'Quên mật khẩu? Đề nghị đồng chí liên hệ Bí thư chi bộ để được cấp lại.',
  'signin.have_slip': 'Có phiếu mã? Tạo tài khoản',
  'signin.register': 'Chưa có tài khoản? Đăng ký',
  'signin.checking': 'Đang mở phòng sinh hoạt…',

  'error.REQUEST_MALFORMED': 'Nội dung gửi lên chưa đúng. Đề nghị đồng chí kiểm tra lại rồi gửi lần nữa.',
  'error.REQUEST_TOO_LARGE': 'Nội dung gửi lên quá dài. Đề nghị đồng chí rút ngắn rồi gửi lại.',
  'error.REQUEST_UNKNOWN': 'Hệ thống không hiểu yêu cầu này. Đề nghị đồng chí tải lại trang.',
  'error.NOT_FOUND': 'Không tìm thấy nội dung này. Đề nghị đồng chí quay lại danh sách buổi sinh hoạt.',
  'error.FORBIDDEN': 'Đồng chí không có quyền thực hiện việc này. Nếu cần, đề nghị đồng chí liên hệ Bí thư chi bộ.',
  'error.TOO_MANY_REQUESTS': 'Thao tác quá nhanh. Đề nghị đồng chí chờ một lát rồi làm lại.',
  'error.INTERNAL': 'Hệ thống gặp lỗi. Đề nghị đồng chí thử lại sau ít phút; nếu vẫn lỗi, báo cho người quản trị.',
  'error.DATABASE_UNAVAILABLE': 'Hệ thống tạm thời chưa ghi nhận được. Đề nghị đồng chí chờ một lát rồi làm lại.',
  'error.TIMEOUT': 'Chưa nhận được trả lời. Đề nghị đồng chí kiểm tra mạng rồi làm lại.',
  'error.PROTOCOL_OLD': 'Phần mềm đã có bản mới. Đề nghị đồng chí tải lại trang.',
  'error.CREDENTIALS_WRONG': 'Số thẻ đảng viên hoặc mật khẩu chưa đúng. Đề nghị đồng chí kiểm tra và nhập lại.',
  'error.SIGN_IN_BLOCKED':
    'Đã nhập sai quá nhiều lần. Đề nghị đồng chí chờ rồi thử lại, hoặc liên hệ Bí thư chi bộ để được cấp lại mật khẩu.',
  'error.ACCOUNT_SUSPENDED': 'Tài khoản này đang bị khóa. Đề nghị đồng chí liên hệ Bí thư chi bộ.',
  'error.TOKEN_MISSING': 'Đồng chí chưa đăng nhập. Đề nghị đồng chí đăng nhập.',
  'error.TOKEN_INVALID': 'Phiên đăng nhập không còn hợp lệ. Đề nghị đồng chí đăng nhập lại.',
  'error.TOKEN_EXPIRED': 'Phiên đăng nhập đã hết hạn. Đề nghị đồng chí đăng nhập lại.',
  'error.REFRESH_INVALID': 'Phiên đăng nhập đã kết thúc. Đề nghị đồng chí đăng nhập lại.',
  'error.REFRESH_REUSED':
    'Phiên đăng nhập đã được dùng ở nơi khác nên bị kết thúc để bảo đảm an toàn. Đề nghị đồng chí đăng nhập lại và đổi mật khẩu nếu không phải do mình.',
} as const
