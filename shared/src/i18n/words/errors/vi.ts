// What went wrong, for signed-in pages: each sentence says what to do. A code without a sentence here or in core does not compile.
import type { ErrorCode } from '../../../errors/index.ts'
import type { vi as core } from '../core/vi.ts'

export const vi: Record<Exclude<`error.${ErrorCode}`, keyof typeof core>, string> = {
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
  'error.IMPORT_EMPTY': 'Danh sách không có đảng viên nào. Đề nghị đồng chí kiểm tra lại tệp.',
  'error.IMPORT_DUPLICATE_MEMBER': 'Danh sách có đảng viên bị trùng. Đề nghị đồng chí sửa tệp rồi nhập lại.',
  'error.ATTENDANCE_NOT_IN_ROOM': 'Đồng chí chưa ở trong phòng. Đề nghị đồng chí vào phòng sinh hoạt trước.',
  'error.ABSENCE_NOT_EXPECTED': 'Đồng chí không thuộc diện phải dự buổi này nên không cần báo vắng.',
  'error.ABSENCE_ALREADY_REPORTED': 'Đồng chí đã báo vắng buổi này rồi, không cần gửi lại.',
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
  'error.MEDIA_INCOMPATIBLE':
    'Trình duyệt này không nối được tiếng và hình. Đề nghị đồng chí dùng bản mới của Chrome, Edge, Firefox hoặc Safari.',
  'error.MEDIA_UNAVAILABLE':
    'Máy chủ tiếng và hình chưa sẵn sàng. Hệ thống đang thử lại, đề nghị đồng chí chờ một lát.',
}
