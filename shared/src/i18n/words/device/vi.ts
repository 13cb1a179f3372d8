// The check of camera, microphone and loudspeaker before the room.
export const vi = {
  'device.title': 'Kiểm tra tiếng và hình trước khi vào phòng',
  'device.ask_title': 'Cho phép dùng micro và camera',
  'device.ask_lead':
    'Trình duyệt sẽ hỏi có cho dùng micro và camera không. Đề nghị đồng chí bấm “Cho phép” để các đồng chí khác nghe và thấy.',
  'device.preview': 'Hình của đồng chí',
  'device.no_picture': 'Không có hình',
  'device.level': 'Mức tiếng của micro',
  'device.level_speak': 'Đồng chí hãy nói thử: vạch sẽ chạy theo tiếng nói.',
  'device.level_heard': 'Micro đang nhận tiếng.',
  'device.level_off': 'Micro chưa dùng được. Đồng chí vẫn vào nghe được.',
  'device.camera': 'Camera',
  'device.microphone': 'Micro',
  'device.speaker': 'Loa',
  'device.default_name': 'Thiết bị {{number}}',
  'device.speaker_play': 'Nghe thử loa',
  'device.speaker_playing': 'Đang phát tiếng thử…',
  'device.enter_silent': 'Tắt tiếng khi vào phòng',
  'device.join': 'Vào phòng',
  'device.join_listen': 'Vào phòng, chỉ nghe',
  'device.retry': 'Thử lại camera và micro',
  'device.settings': 'Chọn camera, micro, loa',
  'device.camera_refused':
    'Trình duyệt chưa được phép dùng camera. Bấm biểu tượng ổ khóa cạnh địa chỉ trang, chọn “Cho phép” ở dòng Camera, rồi thử lại. Đồng chí cũng có thể vào không có hình.',
  'device.camera_missing': 'Máy này không có camera, nên các đồng chí khác không thấy hình. Việc nghe vẫn bình thường.',
  'device.camera_in_use':
    'Camera đang được chương trình khác dùng. Đề nghị đồng chí đóng chương trình đó (Zoom, Zalo, Camera…) rồi thử lại.',
  'device.camera_failed': 'Camera không mở được. Đề nghị đồng chí rút ra cắm lại hoặc chọn camera khác.',
  'device.camera_insecure':
    'Trình duyệt chỉ cho dùng camera qua địa chỉ https. Đề nghị đồng chí mở bằng địa chỉ https.',
  'device.microphone_refused':
    'Trình duyệt chưa được phép dùng micro. Bấm biểu tượng ổ khóa cạnh địa chỉ trang, chọn “Cho phép” ở dòng Micro, rồi thử lại. Đồng chí vẫn vào nghe được.',
  'device.microphone_missing':
    'Máy này không có micro. Đồng chí vẫn vào nghe được; muốn phát biểu, đề nghị cắm tai nghe có micro.',
  'device.microphone_in_use':
    'Micro đang được chương trình khác dùng. Đề nghị đồng chí đóng chương trình đó (Zoom, Zalo…) rồi thử lại.',
  'device.microphone_failed': 'Micro không mở được. Đề nghị đồng chí rút ra cắm lại hoặc chọn micro khác.',
  'device.microphone_insecure':
    'Trình duyệt chỉ cho dùng micro qua địa chỉ https. Đề nghị đồng chí mở bằng địa chỉ https.',
  'device.companion_title': 'Vào phòng trên máy này',
  'device.companion':
    'Đồng chí đã điểm danh tại điểm cầu {{site}}. Trên máy này đồng chí theo dõi được, còn tiếng và hình thì tắt để không bị vọng.',
  'device.at_site': 'Tôi đang ở điểm cầu {{site}}',
} as const
