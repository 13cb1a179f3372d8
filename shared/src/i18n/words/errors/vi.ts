// What went wrong, for signed-in pages: each sentence says what to do. A code without a sentence here,
// in core or, for what is refused on the pages of imports alone, in import, does not compile.
import type { ErrorCode } from '../../../errors/index.ts'
import type { vi as core } from '../core/vi.ts'
import type { vi as imports } from '../import/vi.ts'

export const vi: Record<Exclude<`error.${ErrorCode}`, keyof typeof core | keyof typeof imports>, string> = {
  'error.PASSWORD_WEAK':
    'Mật khẩu này quá dễ đoán (là số thẻ hoặc dãy ký tự ai cũng dùng). Đề nghị đồng chí chọn mật khẩu khác, ví dụ vài từ dễ nhớ ghép lại.',
  'error.ACCOUNT_CODE_WRONG':
    'Số thẻ hoặc mã trên phiếu chưa đúng, hoặc mã đã dùng hay đã hết hạn. Nếu đã nhập đúng như trên phiếu, đề nghị đồng chí xin Bí thư chi bộ cấp phiếu mới.',
  'error.ACCOUNT_SLIPS_PRINTED':
    'Phiếu của lần in này đã được lập nhưng mã không hiện lại được. Đề nghị đồng chí bấm in lại; các phiếu cũ sẽ không dùng được nữa.',
  'error.ACCOUNT_REQUEST_UNKNOWN':
    'Yêu cầu này đã được giải quyết, đã hết hạn hoặc được gửi lại. Đề nghị đồng chí xem lại danh sách chờ duyệt.',
  'error.ACCOUNT_ALREADY_ACTIVE':
    'Có đồng chí được chọn đã có tài khoản đang dùng. Muốn cấp lại, đề nghị đồng chí chọn “Cấp lại”.',
  'error.ACCOUNT_LOCKED': 'Tài khoản này đang bị khóa. Đề nghị đồng chí mở khóa trước.',
  'error.ACCOUNT_OWN':
    'Đồng chí không tự khóa hay tự cấp lại tài khoản của mình được. Muốn đổi mật khẩu, đề nghị vào “Tài khoản của tôi”.',
  'error.ACCOUNT_OUTRANKED':
    'Tài khoản này có quyền ngang hoặc cao hơn đồng chí ở đây, hoặc có quyền ở tổ chức khác. Đề nghị đồng chí liên hệ Bí thư chi bộ hoặc người quản trị.',
  'error.COMMAND_UNKNOWN': 'Hệ thống không có thao tác này. Đề nghị đồng chí tải lại trang.',
  'error.COMMAND_ID_REUSED': 'Thao tác này bị trùng mã. Đề nghị đồng chí tải lại trang rồi làm lại.',
  'error.COMMAND_EXPIRED': 'Thao tác đến quá muộn nên không có hiệu lực. Đề nghị đồng chí làm lại.',
  'error.COMMAND_IN_DOUBT':
    'Chưa rõ thao tác đã được ghi nhận hay chưa. Máy của đồng chí sẽ tự hỏi lại; đề nghị đồng chí không làm lại lần nữa.',
  'error.COMMAND_WITHOUT_EXPIRY': 'Thao tác thiếu thời hạn. Đề nghị đồng chí tải lại trang rồi làm lại.',
  'error.STREAM_UNKNOWN': 'Không tìm thấy buổi sinh hoạt này. Đề nghị đồng chí quay lại danh sách.',
  'error.STREAM_KIND_WRONG': 'Thao tác này không dùng được ở đây. Đề nghị đồng chí tải lại trang.',
  'error.MEETING_UNKNOWN': 'Không tìm thấy buổi sinh hoạt này. Đề nghị đồng chí quay lại danh sách.',
  'error.MEETING_NOT_MEMBER':
    'Đồng chí không có tên trong buổi sinh hoạt này. Nếu có nhầm lẫn, đề nghị đồng chí liên hệ Bí thư chi bộ.',
  'error.MEETING_NOT_CHAIR': 'Chỉ chủ trì mới thực hiện được việc này.',
  'error.MEETING_EXISTS': 'Buổi sinh hoạt này đã được lập. Đề nghị đồng chí mở từ danh sách.',
  'error.MEETING_NOT_OPEN': 'Buổi sinh hoạt chưa khai mạc. Đề nghị đồng chí chờ chủ trì khai mạc.',
  'error.MEETING_ALREADY_OPEN': 'Buổi sinh hoạt đã khai mạc rồi, đồng chí không cần làm lại.',
  'error.MEETING_CLOSED': 'Buổi sinh hoạt đã kết thúc. Đồng chí có thể xem lại trong phần đã lưu.',
  'error.MEETING_TIMES_WRONG': 'Giờ kết thúc phải sau giờ bắt đầu. Đề nghị đồng chí sửa lại.',
  'error.MEETING_CHAIR_NOT_MEMBER': 'Chủ trì phải là đảng viên của chi bộ. Đề nghị đồng chí chọn lại.',
  'error.MEETING_NOT_ANNOUNCED': 'Buổi sinh hoạt chưa được thông báo. Đề nghị đồng chí gửi thông báo triệu tập trước.',
  'error.MEETING_ALREADY_ANNOUNCED': 'Buổi sinh hoạt này đã được thông báo rồi.',
  'error.MEETING_CANCELLED': 'Buổi sinh hoạt này không diễn ra.',
  'error.MEETING_PLAN_STALE': 'Đồng chí khác vừa sửa kế hoạch này. Đề nghị đồng chí xem bản mới rồi sửa tiếp.',
  'error.MEETING_ORGANIZATION_CHANGED': 'Buổi sinh hoạt không thể chuyển sang chi bộ khác.',
  'error.MEETING_APPROVAL_MISSING':
    'Sinh hoạt trực tuyến cần văn bản đồng ý của cấp ủy cấp trên. Đề nghị đồng chí ghi số, ngày và cơ quan ban hành.',
  'error.MEETING_PLACE_MISSING': 'Đề nghị đồng chí ghi ít nhất một điểm cầu, nơi đảng viên dự trực tiếp.',
  'error.MEETING_SITE_IN_USE':
    'Đã có đồng chí điểm danh tại điểm cầu đồng chí định bỏ. Đề nghị giữ lại điểm cầu này hoặc bỏ điểm danh trước.',
  'error.ATTENDANCE_TOO_EARLY':
    'Chưa đến giờ điểm danh tại điểm cầu. Đề nghị đồng chí điểm danh khi buổi sinh hoạt sắp bắt đầu.',
  'error.MEETING_GUEST_WRONG':
    'Đại biểu không thể là đảng viên của chi bộ hay cấp ủy viên cấp trên đang theo dõi chi bộ (các đồng chí này đã được báo), và tài khoản của đại biểu phải tồn tại.',
  'error.MEETING_PERSON_NOT_ON_ROLL':
    'Có đồng chí được phân công không có trong danh sách triệu tập. Đề nghị đồng chí chọn lại.',
  'error.MEETING_OFFICER_ABSENT':
    'Đồng chí được chọn hiện không có mặt trong phòng. Đề nghị chọn đồng chí đang có mặt.',
  'error.MEETING_CHAIR_PRESENT': 'Đồng chí chủ trì vẫn đang trong phòng.',
  'error.MEETING_REOPEN_LATE': 'Đã quá thời gian cho phép hoàn tác việc kết thúc buổi sinh hoạt.',
  'error.AGENDA_EMPTY': 'Chương trình chưa có nội dung nào. Đề nghị đồng chí chọn mẫu hoặc thêm nội dung.',
  'error.AGENDA_ITEM_UNKNOWN': 'Nội dung này không còn trong chương trình. Đề nghị đồng chí xem lại chương trình.',
  'error.AGENDA_ITEM_NOT_RUNNING': 'Nội dung này hiện không diễn ra.',
  'error.AGENDA_IN_PERSON_ONLY': 'Nội dung này chỉ thực hiện trực tiếp tại điểm cầu, không thực hiện trực tuyến.',
  'error.AGENDA_STALE': 'Chương trình vừa được sửa. Đề nghị đồng chí xem bản mới rồi sửa tiếp.',
  'error.ABSENCE_NOT_REPORTED': 'Đồng chí này chưa báo vắng.',
  'error.ATTENDANCE_SITE_UNKNOWN': 'Không có điểm cầu này trong buổi sinh hoạt.',
  'error.ATTENDANCE_SITE_NOT_YOURS': 'Đồng chí không được phân công điểm danh tại điểm cầu này.',
  'error.ATTENDANCE_NOT_ON_ROLL': 'Có người được chọn không có trong danh sách của buổi sinh hoạt.',
  'error.ATTENDANCE_SUSPENDED': 'Đảng viên đang bị đình chỉ sinh hoạt không được điểm danh.',
  'error.ATTENDANCE_CODE_WRONG':
    'Mã điểm cầu không đúng hoặc đã hết hạn. Đề nghị đồng chí quét hoặc nhập mã đang hiện tại điểm cầu.',
  'error.ATTENDANCE_TIMES_WRONG':
    'Giờ đến, giờ về không hợp lệ. Giờ đến phải trước giờ về và không sau thời điểm hiện tại.',
  'error.ATTENDANCE_STILL_CONNECTED': 'Đồng chí này đang kết nối trong phòng, không thể ghi là vắng.',
  'error.ORGANIZATION_UNKNOWN': 'Không tìm thấy tổ chức này. Đề nghị đồng chí quay lại danh sách.',
  'error.ORGANIZATION_EXISTS': 'Tổ chức này đã được lập. Muốn sửa, đề nghị đồng chí dùng mục thay đổi kể từ ngày.',
  'error.ORGANIZATION_CODE_TAKEN': 'Mã tổ chức này đã có. Đề nghị đồng chí kiểm tra rồi nhập mã khác.',
  'error.ORGANIZATION_KIND_UNKNOWN': 'Loại tổ chức này không có trong danh mục. Đề nghị đồng chí chọn lại.',
  'error.ORGANIZATION_BRANCH_TYPE_WRONG':
    'Loại hình chi bộ phải có với chi bộ và để trống với tổ chức khác. Đề nghị đồng chí chọn lại.',
  'error.ORGANIZATION_PARENT_UNKNOWN':
    'Tổ chức cấp trên chưa có, hoặc không hoạt động vào ngày đó. Đề nghị đồng chí chọn lại.',
  'error.ORGANIZATION_CYCLE':
    'Tổ chức không thể trực thuộc chính mình hoặc cấp dưới của mình. Đề nghị đồng chí chọn lại.',
  'error.ORGANIZATION_VERSION_OVERLAPS':
    'Ngày này không sau lần thay đổi gần nhất của tổ chức. Đề nghị đồng chí chọn ngày khác.',
  'error.ORGANIZATION_ENDED': 'Tổ chức này đã kết thúc hoạt động nên không thay đổi được nữa.',
  'error.ORGANIZATION_HAS_CHILDREN':
    'Vẫn còn tổ chức trực thuộc sau ngày này. Đề nghị đồng chí chuyển các tổ chức đó trước.',
  'error.ORGANIZATION_MERGER_UNKNOWN':
    'Tổ chức nhận sáp nhập chưa có, hoặc không hoạt động vào ngày đó. Đề nghị đồng chí chọn lại.',
  'error.MEMBER_UNKNOWN': 'Không tìm thấy đảng viên này trong danh sách chi bộ. Đề nghị đồng chí quay lại danh sách.',
  'error.MEMBER_NOT_HERE': 'Đảng viên này không sinh hoạt tại chi bộ vào ngày đó. Đề nghị đồng chí kiểm tra lại ngày.',
  'error.MEMBER_ALREADY_HERE': 'Đảng viên này đang sinh hoạt tại chi bộ, không cần tiếp nhận.',
  'error.MEMBER_ELSEWHERE':
    'Đảng viên này đang sinh hoạt tại chi bộ khác. Đề nghị chi bộ đó chuyển sinh hoạt đảng trước.',
  'error.MEMBER_NOT_INTRODUCED':
    'Chưa có giới thiệu sinh hoạt đảng về chi bộ cho số thẻ này. Đề nghị đồng chí kiểm tra số thẻ và ngày, hoặc liên hệ chi bộ nơi đi.',
  'error.MEMBER_NUMBER_TAKEN': 'Số thẻ này đã thuộc về đảng viên khác. Đề nghị đồng chí kiểm tra lại số thẻ.',
  'error.MEMBER_NOT_OFFICIAL':
    'Đảng viên dự bị không giữ chức vụ trong chi bộ. Đề nghị đồng chí chọn đảng viên chính thức.',
  'error.PERIOD_WRONG': 'Ngày kết thúc phải sau ngày bắt đầu. Đề nghị đồng chí sửa lại.',
  'error.STANDING_OVERLAPS': 'Đảng viên này đã có diện đó trong thời gian này. Đề nghị đồng chí sửa lại thời gian.',
  'error.STANDING_UNKNOWN': 'Không tìm thấy diện này của đảng viên. Đề nghị đồng chí tải lại trang.',
  'error.OFFICE_OVERLAPS':
    'Đảng viên này đang giữ chức vụ trong thời gian đó. Đề nghị đồng chí kết thúc chức vụ cũ trước.',
  'error.OFFICE_TAKEN':
    'Chi bộ đã có bí thư trong thời gian này. Đề nghị đồng chí kết thúc nhiệm kỳ của bí thư cũ trước.',
  'error.OFFICE_UNKNOWN': 'Không tìm thấy chức vụ này của đảng viên. Đề nghị đồng chí tải lại trang.',
  'error.RULE_SET_VERSION_OLD': 'Bộ quy tắc này đã có phiên bản bằng hoặc mới hơn. Đề nghị đồng chí tăng số phiên bản.',
  'error.ATTENDANCE_NOT_IN_ROOM': 'Đồng chí chưa ở trong phòng. Đề nghị đồng chí vào phòng sinh hoạt trước.',
  'error.ABSENCE_NOT_EXPECTED': 'Đồng chí không thuộc diện phải dự buổi này nên không cần báo vắng.',
  'error.ABSENCE_ALREADY_REPORTED': 'Đồng chí đã báo vắng buổi này rồi, không cần gửi lại.',
  'error.ATTENDANCE_REMOVED':
    'Chủ trì đã mời đồng chí ra khỏi phòng: {{reason}}. Muốn dự tiếp, đề nghị đồng chí liên hệ chủ trì.',
  'error.ATTENDANCE_MEMBER_REMOVED':
    'Chủ trì đã mời đồng chí này ra khỏi phòng. Chủ trì cho vào lại thì mới điểm danh được.',
  'error.FLOOR_HAND_UNKNOWN': 'Lượt đăng ký phát biểu này không còn trong danh sách.',
  'error.FLOOR_SPEECH_UNKNOWN': 'Lượt phát biểu này đã kết thúc.',
  'error.FLOOR_NOT_YOURS':
    'Đồng chí chỉ đăng ký và kết thúc phát biểu cho mình hoặc cho người ở điểm cầu mình vận hành.',
  'error.FLOOR_NOT_PRESENT': 'Đồng chí này không còn trong buổi sinh hoạt.',
  'error.DOCUMENT_UNKNOWN': 'Không tìm thấy tài liệu này. Đề nghị đồng chí tải lại trang.',
  'error.DOCUMENT_WITHDRAWN': 'Tài liệu này đã được gỡ, không còn đọc được nữa.',
  'error.DOCUMENT_ID_REUSED': 'Lần đăng này đã dùng cho một tệp khác. Đề nghị đồng chí chọn lại tệp rồi đăng lại.',
  'error.DOCUMENT_LIMIT': 'Mỗi buổi sinh hoạt có nhiều nhất {{most}} tài liệu. Đề nghị đồng chí gộp các tệp lại.',
  'error.DOCUMENT_TOO_LARGE': 'Tệp lớn quá {{megabytes}} MB. Đề nghị đồng chí nén hoặc chia nhỏ tệp rồi đăng lại.',
  'error.DOCUMENT_TYPE_WRONG':
    'Tệp này không phải là PDF, Word (.docx) hay ảnh (PNG, JPEG, WebP), dù tên có thể ghi khác. Đề nghị đồng chí chọn tệp khác.',
  'error.DOCUMENT_BROKEN':
    'Tệp bị hỏng, không mở được. Đề nghị đồng chí lưu lại tệp từ chương trình đã soạn rồi đăng lại.',
  'error.DOCUMENT_ENCRYPTED':
    'Tệp có đặt mật khẩu nên không ai đọc được ở đây. Đề nghị đồng chí bỏ mật khẩu rồi đăng lại.',
  'error.DOCUMENT_BOMB':
    'Tệp mở ra quá lớn so với khi lưu nên hệ thống không mở. Đề nghị đồng chí lưu lại thành tệp PDF thường rồi đăng lại.',
  'error.DOCUMENT_ACTIVE':
    'Tệp có kèm chương trình hoặc tệp khác bên trong (macro, mã lệnh, tệp đính kèm) nên không đăng được. Đề nghị đồng chí lưu lại thành tệp chỉ có nội dung.',
  'error.DOCUMENT_MARKED_SECRET':
    'Tài liệu có dấu chỉ độ mật nên không được đăng: theo Luật Bảo vệ bí mật nhà nước, tài liệu mật không được đưa lên hệ thống có nối mạng. Đề nghị đồng chí dùng bản giấy theo đúng quy định.',
  'error.DOCUMENT_STORE_UNAVAILABLE': 'Kho tài liệu chưa sẵn sàng. Đề nghị đồng chí thử lại sau ít phút.',
  'error.DOCUMENT_NOT_PRESENTABLE':
    'Chỉ trình chiếu được tài liệu PDF. Đề nghị đồng chí đăng bản PDF của tài liệu này.',
  'error.PRESENTING_NEEDS_FLOOR': 'Muốn trình chiếu, đồng chí cần được chủ trì mời phát biểu.',
  'error.PRESENTATION_UNKNOWN': 'Phần trình chiếu này đã kết thúc.',
  'error.PRESENTATION_NOT_YOURS': 'Chỉ người đang trình chiếu lật trang; dừng trình chiếu thì chủ trì cũng làm được.',
  'error.COMMENT_UNKNOWN': 'Không tìm thấy ý kiến này trong buổi sinh hoạt. Đề nghị đồng chí tải lại trang.',
  'error.COMMENT_ID_REUSED':
    'Mã của ý kiến này đã dùng cho một ý kiến khác. Đề nghị đồng chí chép lại nội dung rồi gửi thành ý kiến mới.',
  'error.COMMENT_READ_OUT': 'Ý kiến này đã được đọc trước chi bộ nên không thu hồi được nữa.',
  'error.COMMENT_WITHDRAWN': 'Tác giả đã thu hồi ý kiến này nên không đánh dấu được nữa.',
  'error.COMMENT_TOO_MANY_OWN':
    'Đồng chí đã gửi 30 ý kiến cho buổi sinh hoạt này. Đề nghị đồng chí trao đổi phần còn lại với chi ủy.',
  'error.COMMENT_TOO_MANY':
    'Buổi sinh hoạt này đã nhận đủ số ý kiến mà hệ thống giữ được. Đề nghị đồng chí gửi phần còn lại cho chi ủy.',
  'error.POLL_UNKNOWN': 'Không tìm thấy nội dung biểu quyết này; có thể chủ trì đã bỏ. Đề nghị đồng chí tải lại trang.',
  'error.POLL_NOT_PREPARED':
    'Nội dung biểu quyết này đã bắt đầu hoặc đã xong nên không sửa được nữa. Muốn làm lại, chọn “Biểu quyết lại”.',
  'error.POLL_CHANGED': 'Nội dung biểu quyết vừa được sửa ở máy khác. Đề nghị đồng chí xem lại rồi bấm lại.',
  'error.POLL_NOT_OPEN': 'Biểu quyết này chưa bắt đầu. Đề nghị đồng chí chờ chủ trì.',
  'error.POLL_CLOSED': 'Biểu quyết đã kết thúc nên không ghi nhận thêm được nữa.',
  'error.POLL_NOT_CLOSED':
    'Biểu quyết chưa kết thúc nên chưa công bố được. Đề nghị đồng chí bấm “Kết thúc biểu quyết” trước.',
  'error.POLL_OTHER_OPEN': 'Đang có một biểu quyết khác. Đề nghị đồng chí kết thúc biểu quyết đó trước.',
  'error.POLL_METHOD_BARRED':
    'Quy định không cho biểu quyết nội dung này theo hình thức đã chọn. Đề nghị đồng chí chọn hình thức khác.',
  'error.POLL_ELECTRONIC_BARRED':
    'Cấp ủy cấp trên chưa cho phép bỏ phiếu kín trên máy với nội dung này. Đề nghị đồng chí dùng phiếu giấy.',
  'error.POLL_ELECTORATE_SMALL':
    'Chỉ có {{count}} đồng chí được bỏ phiếu, ít hơn {{least}} nên bỏ phiếu trên máy không giữ kín được. Đề nghị đồng chí dùng phiếu giấy.',
  'error.POLL_NO_VOTERS':
    'Chưa có đảng viên chính thức nào được tính để biểu quyết. Đề nghị đồng chí kiểm tra danh sách.',
  'error.POLL_OPTIONS_WRONG':
    'Các phương án hoặc số người được chọn chưa đúng: mỗi phương án một tên khác nhau, số được chọn không quá số phương án.',
  'error.POLL_TELLERS_MISSING':
    'Bỏ phiếu giấy cần tổ kiểm phiếu ít nhất hai đồng chí trong chi bộ. Đề nghị đồng chí chọn thêm.',
  'error.POLL_REPEAT_WRONG': 'Chỉ biểu quyết lại được một nội dung đã kết thúc hoặc đã hủy.',
  'error.POLL_TOO_MANY':
    'Buổi sinh hoạt này đã có 100 nội dung biểu quyết. Đề nghị đồng chí bỏ bớt nội dung chưa dùng.',
  'error.POLL_RUNNING':
    'Đang có biểu quyết chưa kết thúc. Đề nghị đồng chí kết thúc hoặc hủy biểu quyết trước khi kết thúc buổi sinh hoạt.',
  'error.VOTE_NOT_ELIGIBLE': 'Đồng chí không thuộc diện biểu quyết nội dung này.',
  'error.VOTE_PROBATIONARY': 'Đảng viên dự bị được thảo luận, không có quyền biểu quyết.',
  'error.VOTE_NOT_PRESENT':
    'Đồng chí cần có mặt trong phòng thì mới biểu quyết được. Đề nghị đồng chí vào phòng rồi bấm lại.',
  'error.VOTE_AT_SITE': 'Đồng chí đang được tính ở điểm cầu {{site}}, đề nghị giơ tay tại đó.',
  'error.VOTE_COUNTED_AT_SITE':
    'Điểm cầu {{site}} đã đếm cả đồng chí. Đề nghị người vận hành đếm lại, sau đó đồng chí biểu quyết trên máy.',
  'error.VOTE_IN_PERSON_ONLY': 'Nội dung này chỉ biểu quyết trực tiếp tại điểm cầu, không biểu quyết từ xa.',
  'error.VOTE_CHOICES_WRONG': 'Lựa chọn chưa đúng. Đề nghị đồng chí chọn lại, không quá {{most}} lựa chọn.',
  'error.HANDS_NOT_YOURS': 'Chỉ người vận hành điểm cầu này, thư ký hoặc chủ trì nhập được số giơ tay.',
  'error.HANDS_TOO_MANY':
    'Tổng số giơ tay lớn hơn số đồng chí được biểu quyết tại điểm cầu ({{most}}). Đề nghị đồng chí đếm lại.',
  'error.HANDS_STALE':
    'Số đồng chí được biểu quyết tại điểm cầu vừa thay đổi, nay là {{mayVote}}. Đề nghị đồng chí đếm lại.',
  'error.HANDS_MISSING':
    'Chưa có số giơ tay đúng của điểm cầu: {{sites}}. Đề nghị đồng chí chờ nhập, hoặc xác nhận không tính điểm cầu đó.',
  'error.PAPER_COUNT_WRONG':
    'Số phiếu không khớp: thu về không quá phát ra, hợp lệ cộng không hợp lệ bằng thu về, các phương án khớp với số hợp lệ, phát ra không quá {{most}}. Đề nghị tổ kiểm phiếu kiểm lại.',
  'error.PAPER_COUNT_CHANGED': 'Số phiếu vừa được nhập ở máy khác. Đề nghị đồng chí xem lại số mới.',
  'error.PAPER_NOT_TELLER': 'Chỉ tổ kiểm phiếu của nội dung này nhập và xác nhận được số phiếu.',
  'error.PAPER_SAME_TELLER': 'Số phiếu cần một đồng chí khác trong tổ kiểm phiếu xác nhận.',
  'error.PAPER_UNCONFIRMED': 'Tổ kiểm phiếu chưa nhập hoặc chưa xác nhận số phiếu. Đề nghị đồng chí chờ tổ kiểm phiếu.',
  'error.BALLOTS_TOO_FEW':
    'Trong hòm có chưa đủ {{least}} phiếu, mở ra sẽ lộ ai bỏ phiếu thế nào. Đề nghị đồng chí chờ thêm, hoặc hủy và dùng phiếu giấy.',
  'error.BALLOT_TAKEN': 'Đồng chí đã nhận phiếu trên một máy khác. Đề nghị đồng chí bỏ phiếu trên máy đó.',
  'error.BALLOT_INVALID': 'Phiếu không hợp lệ nên không được tính. Đề nghị đồng chí tải lại trang rồi bỏ phiếu lại.',
  'error.GRANT_MISSING': 'Chưa được cấp quyền vào phòng. Hệ thống đang xin lại, đề nghị đồng chí chờ một lát.',
  'error.GRANT_INVALID': 'Quyền vào phòng không hợp lệ. Đề nghị đồng chí rời phòng rồi vào lại.',
  'error.GRANT_EXPIRED': 'Quyền vào phòng đã hết hạn. Hệ thống đang xin lại, đề nghị đồng chí chờ một lát.',
  'error.GRANT_OTHER_NODE': 'Phòng đã chuyển máy chủ. Hệ thống đang nối lại, đề nghị đồng chí chờ một lát.',
  'error.EPOCH_STALE': 'Phòng đã được mở lại. Hệ thống đang nối lại, đề nghị đồng chí chờ một lát.',
  'error.RESUME_UNKNOWN': 'Kết nối cũ không còn. Hệ thống đang nối lại, đề nghị đồng chí chờ một lát.',
  'error.ROOM_NOT_JOINED': 'Chưa nối được tiếng và hình. Hệ thống đang nối lại, đề nghị đồng chí chờ một lát.',
  'error.ROOM_LOST': 'Máy chủ tiếng và hình vừa gặp sự cố. Hệ thống đang nối lại, đề nghị đồng chí chờ một lát.',
  'error.ROOM_ENDED': 'Buổi sinh hoạt đã kết thúc. Đồng chí có thể xem lại trong phần đã lưu.',
  'error.PEER_REPLACED':
    'Đồng chí đã vào phòng ở cửa sổ hoặc thiết bị khác, nên ở đây đã tắt tiếng và hình. Muốn dùng lại ở đây, bấm “Tiếp tục ở đây”.',
  'error.PEER_REMOVED': 'Đồng chí không còn ở trong phòng. Muốn dự tiếp, bấm “Vào lại”.',
  'error.PUBLISH_NOT_ALLOWED': 'Đồng chí chưa được phép bật tiếng hoặc hình lúc này. Đề nghị đồng chí chờ chủ trì.',
  'error.SOURCE_TAKEN': 'Tiếng hoặc hình này đang được gửi rồi. Đề nghị đồng chí tắt rồi bật lại.',
  'error.TRANSPORT_UNKNOWN': 'Đường truyền tiếng và hình đã mất. Hệ thống đang nối lại, đề nghị đồng chí chờ một lát.',
  'error.PRODUCER_UNKNOWN': 'Tiếng hoặc hình này không còn được gửi. Đề nghị đồng chí tắt rồi bật lại.',
  'error.CONSUMER_UNKNOWN': 'Tiếng hoặc hình này không còn được nhận. Hệ thống đang nối lại.',
  'error.TOO_MANY_PICTURES': 'Máy này đang nhận đủ số hình cho phép. Hệ thống tự chọn hình để hiển thị.',
  'error.MEDIA_INCOMPATIBLE':
    'Trình duyệt này không nối được tiếng và hình. Đề nghị đồng chí dùng bản mới của Chrome, Edge, Firefox hoặc Safari.',
  'error.MEDIA_UNAVAILABLE':
    'Máy chủ tiếng và hình chưa sẵn sàng. Hệ thống đang thử lại, đề nghị đồng chí chờ một lát.',
}
