// The test of the connection before a meeting: what is tried, how it ended, what to do.
export const vi = {
  'connectiontest.lead':
    'Xem trước máy và mạng này có dùng được cho buổi sinh hoạt không. Mất khoảng nửa phút. Không ai khác nghe hay thấy đồng chí.',
  'connectiontest.asks': 'Trình duyệt sẽ hỏi có cho dùng micro, rồi camera không. Đề nghị đồng chí bấm “Cho phép”.',
  'connectiontest.start': 'Bắt đầu kiểm tra',
  'connectiontest.again': 'Kiểm tra lại',
  'connectiontest.stop': 'Dừng kiểm tra',
  'connectiontest.now': 'Đang kiểm tra: {{step}} (bước {{number}}/{{count}})',
  'connectiontest.steps': 'Các bước',
  'connectiontest.speak': 'Đồng chí hãy nói thử vài tiếng.',
  'connectiontest.look': 'Đồng chí có thấy hình của mình không?',
  'connectiontest.first': 'Việc nên làm trước: {{step}}',
  'connectiontest.copy': 'Chép kết quả',
  'connectiontest.copied': 'Đã chép. Đồng chí dán vào tin nhắn để gửi người hỗ trợ.',
  'connectiontest.copy_self': 'Máy không cho chép. Đề nghị đồng chí chọn đoạn dưới đây rồi chép:',
  'connectiontest.back_to_meeting': 'Về trang vào phòng',
  'connectiontest.browser': 'Trình duyệt: {{name}}',
  'connectiontest.conclusion': 'Kết luận: {{sentence}}',

  'connectiontest.step_server': 'Máy chủ',
  'connectiontest.step_udp': 'Tiếng và hình, đường thường (UDP)',
  'connectiontest.step_tcp': 'Tiếng và hình, đường dự phòng (TCP)',
  'connectiontest.step_turn': 'Tiếng và hình, qua máy chuyển tiếp (TURN)',
  'connectiontest.step_microphone': 'Micro',
  'connectiontest.step_camera': 'Camera',
  'connectiontest.step_bandwidth': 'Tốc độ mạng',

  'connectiontest.state_waiting': 'Chờ',
  'connectiontest.state_running': 'Đang kiểm tra…',
  'connectiontest.state_good': 'Tốt',
  'connectiontest.state_poor': 'Chưa tốt',
  'connectiontest.state_failed': 'Không được',
  'connectiontest.state_aborted': 'Đã dừng',
  'connectiontest.state_not_set_up': 'Không cài đặt',

  'connectiontest.server_good': 'Tới được máy chủ.',
  'connectiontest.server_slow':
    'Máy chủ trả lời chậm, tiếng có thể tới muộn. Đề nghị đồng chí lại gần bộ phát wifi, hoặc thử mạng khác.',
  'connectiontest.server_unreachable':
    'Không tới được máy chủ. Đề nghị đồng chí xem máy có mạng không, thử wifi khác hoặc mạng di động.',
  'connectiontest.socket_blocked':
    'Mở được trang, nhưng mạng này chặn kết nối giữ lâu (WebSocket). Đề nghị thử mạng khác; ở cơ quan, đề nghị quản trị mạng cho phép WebSocket tới địa chỉ trang này.',
  'connectiontest.way_good': 'Đi được đường này.',
  'connectiontest.way_slow':
    'Đi được đường này nhưng chậm, tiếng tới muộn. Đề nghị đồng chí lại gần bộ phát wifi, hoặc thử mạng khác.',
  'connectiontest.udp_blocked':
    'Mạng này chặn đường thường. Nếu đường khác tốt thì vẫn dự được, nhưng tiếng dễ ngắt hơn. Đề nghị thử wifi khác hoặc mạng di động; ở cơ quan, đề nghị quản trị mạng mở cổng UDP {{port}}.',
  'connectiontest.tcp_blocked':
    'Mạng này chặn đường dự phòng. Nếu đường thường tốt thì không cần làm gì. Nếu không, đề nghị thử mạng khác; ở cơ quan, đề nghị quản trị mạng mở cổng TCP {{port}}.',
  'connectiontest.turn_blocked':
    'Không đi được qua máy chuyển tiếp. Nếu một trong hai đường trên tốt thì không cần làm gì. Nếu không, đề nghị thử mạng khác và báo quản trị hệ thống xem lại máy chuyển tiếp (TURN).',
  'connectiontest.turn_not_set_up':
    'Hệ thống không dùng máy chuyển tiếp. Đây không phải lỗi: chỉ cần đến khi hai đường trên đều bị chặn.',
  'connectiontest.media_server_away':
    'Máy chủ tiếng và hình đang không hoạt động, không phải do máy của đồng chí. Đề nghị báo quản trị hệ thống và kiểm tra lại sau ít phút.',
  'connectiontest.media_server_unreachable':
    'Không tới được máy chủ tiếng và hình. Đề nghị thử mạng khác; ở cơ quan, đề nghị quản trị mạng cho phép địa chỉ của máy chủ này.',
  'connectiontest.incompatible':
    'Trình duyệt này không truyền được tiếng và hình. Đề nghị cập nhật, hoặc dùng Chrome, Edge, Safari bản mới.',
  'connectiontest.microphone_good': 'Micro nghe được tiếng.',
  'connectiontest.microphone_silent':
    'Micro mở được nhưng chưa nghe thấy tiếng. Đề nghị đồng chí nói to hơn, xem tai nghe có nút tắt tiếng không, rồi kiểm tra lại.',
  'connectiontest.camera_good': 'Camera có hình.',
  'connectiontest.camera_dark':
    'Camera mở được nhưng hình tối đen. Đề nghị đồng chí mở nắp che camera hoặc bật thêm đèn.',
  'connectiontest.camera_no_picture':
    'Camera mở được nhưng không ra hình. Đề nghị đồng chí rút ra cắm lại, hoặc khởi động lại máy.',
  'connectiontest.speed': 'Ước lượng: nhận về {{down}}, gửi đi {{up}}.',
  'connectiontest.about': 'khoảng {{speed}}',
  'connectiontest.more_than': 'hơn {{speed}}',
  'connectiontest.speed_for_all': 'Đủ cho tiếng, hình và tài liệu.',
  'connectiontest.speed_for_picture': 'Đủ cho tiếng và hình nhỏ.',
  'connectiontest.speed_for_voice':
    'Đủ cho tiếng, chưa đủ cho hình. Phòng sinh hoạt sẽ tự giữ tiếng trước. Muốn có hình, đề nghị thử mạng khác.',
  'connectiontest.speed_for_little':
    'Tiếng có thể ngắt quãng. Đề nghị đồng chí thử mạng khác, hoặc tắt việc tải khác trên cùng mạng.',
  'connectiontest.no_server': 'Chưa kiểm tra được vì không tới được máy chủ.',
  'connectiontest.too_many': 'Đã kiểm tra nhiều lần liền. Đề nghị đồng chí chờ {{seconds}} giây rồi kiểm tra lại.',
  'connectiontest.unknown': 'Không kiểm tra được bước này. Đề nghị thử lại; nếu vẫn vậy, gửi kết quả cho người hỗ trợ.',
  'connectiontest.stopped': 'Đã dừng trước khi kiểm tra xong bước này. Đây không phải lỗi.',
  'connectiontest.dismissed':
    'Câu hỏi của trình duyệt chưa được trả lời nên bước này dừng lại. Đây không phải lỗi: đề nghị kiểm tra lại và bấm “Cho phép”.',
  'connectiontest.interrupted':
    'Bị ngắt giữa chừng: đồng chí vừa kiểm tra ở máy khác, hoặc máy chủ vừa khởi động lại. Đây không phải lỗi: đề nghị kiểm tra lại.',

  'connectiontest.verdict_full': 'Đồng chí tham gia được buổi sinh hoạt, có tiếng và có hình.',
  'connectiontest.verdict_voice': 'Đồng chí tham gia được, nghe được và nói được, nhưng chưa có hình.',
  'connectiontest.verdict_unheard':
    'Đồng chí tham gia và nghe được. Micro chưa nghe thấy tiếng, nên chưa chắc nói được.',
  'connectiontest.verdict_listen': 'Đồng chí vào nghe được, nhưng chưa nói được vì micro chưa dùng được.',
  'connectiontest.verdict_follow':
    'Tiếng và hình chưa đi được từ mạng này. Đồng chí vẫn theo dõi được nội dung, đọc tài liệu và gửi ý kiến.',
  'connectiontest.verdict_none': 'Từ máy và mạng này, đồng chí chưa tham gia được buổi sinh hoạt trực tuyến.',
  'connectiontest.verdict_unfinished':
    'Chưa kiểm tra xong các bước, nên chưa nói chắc được. Đề nghị đồng chí kiểm tra lại khi thuận tiện.',
} as const
