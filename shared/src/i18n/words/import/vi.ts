// Bringing in lists of organizations and members: the page, and what is said of each faulty row (also in the report that is downloaded).
export const vi = {
  'import.title': 'Nhập danh sách tổ chức, đảng viên',
  'import.title_for': 'Nhập danh sách: {{name}}',
  'import.beneath': 'Nhập vào: {{name}} và các tổ chức trực thuộc',
  'import.back': 'Về trang đầu',
  'import.not_allowed': 'Chỉ quản trị viên của tổ chức này nhập được danh sách. Đề nghị đồng chí liên hệ Ban Tổ chức.',

  // 1: the template
  'import.step_template': '1. Tải tệp mẫu',
  'import.template_why':
    'Tệp mẫu có sẵn các cột, một dòng ví dụ và trang ghi chú các giá trị được dùng. Nếu đã có danh sách, chỉ cần đổi tên cột như mẫu; thứ tự cột tùy ý.',
  'import.template_xlsx': 'Tệp mẫu Excel (2 trang)',
  'import.template_organizations': 'Mẫu CSV: tổ chức',
  'import.template_members': 'Mẫu CSV: đảng viên',

  // 2: the files
  'import.step_files': '2. Chọn tệp danh sách',
  'import.files_why':
    'Một tệp Excel (.xlsx) hoặc các tệp CSV; tối đa 4 tệp, mỗi lần không quá {{megabytes}} MB. Hệ thống kiểm tra trước, chưa ghi gì.',
  'import.choose': 'Chọn tệp',
  'import.choose_again': 'Chọn tệp khác',
  'import.send': 'Kiểm tra danh sách',
  'import.sending': 'Đang gửi tệp…',
  'import.size': '{{size}}',
  'import.too_large':
    'Các tệp vượt quá {{megabytes}} MB. Đề nghị đồng chí chia danh sách thành nhiều tệp, nhập lần lượt.',
  'import.too_many_files': 'Chỉ chọn được tối đa 4 tệp một lần.',
  'import.upload_failed': 'Gửi tệp chưa xong. Đề nghị đồng chí kiểm tra mạng rồi bấm lại.',

  // 3: the report
  'import.step_report': '3. Kết quả kiểm tra',
  'import.reading': 'Đang đọc tệp… {{done}} dòng',
  'import.checking': 'Đang kiểm tra…',
  'import.waiting': 'Đang chờ kiểm tra…',
  'import.found_faults': '{{rows}} dòng có lỗi ({{faults}} chỗ cần sửa). Chưa ghi gì vào hệ thống.',
  'import.found_faults_next': 'Đề nghị đồng chí sửa trong tệp theo bảng dưới đây, lưu lại rồi chọn tệp một lần nữa.',
  'import.found_none': 'Không có dòng nào lỗi. Chưa ghi gì vào hệ thống.',
  'import.nothing_to_change': 'Không có gì thay đổi: mọi dòng trong tệp đã có đúng như vậy trong hệ thống.',
  'import.counts': 'Trong tệp',
  'import.organizations': 'Tổ chức',
  'import.members': 'Đảng viên',
  'import.new': 'mới',
  'import.changed': 'thay đổi',
  'import.unchanged': 'không đổi',
  'import.notes': 'Lưu ý',
  'import.report_xlsx': 'Tải báo cáo (Excel)',
  'import.report_csv': 'Tải báo cáo (CSV)',
  'import.faults': 'Các chỗ cần sửa',
  'import.where': 'Chỗ',
  'import.file': 'Tệp',
  'import.sheet': 'Trang',
  'import.row': 'Dòng',
  'import.column': 'Cột',
  'import.what': 'Lỗi gì',
  'import.mend': 'Cách sửa',
  'import.row_number': 'Dòng {{row}}',
  'import.whole_row': 'cả dòng',
  'import.more': 'Xem thêm {{count}} chỗ',
  'import.shown': 'Đang xem {{shown}} trong {{total}} chỗ',

  // 4: accepting
  'import.step_accept': '4. Đồng ý nhập',
  'import.will_write':
    'Sẽ ghi: {{newOrganizations}} tổ chức mới, {{changedOrganizations}} tổ chức thay đổi; {{newMembers}} đảng viên mới, {{changedMembers}} đảng viên thay đổi.',
  'import.rules':
    'Việc nhập thay đổi được: họ tên, chức danh, diện chính thức hoặc dự bị, chức vụ; ghi thêm diện miễn, đi nơi khác, đình chỉ. Không chuyển đảng viên sang chi bộ khác (dùng Chuyển sinh hoạt), không xóa ai khỏi danh sách, không cấp quyền đăng nhập.',
  'import.accept': 'Nhập vào hệ thống',
  'import.accept_question': 'Nhập danh sách này vào hệ thống?',
  'import.accept_means': 'Dữ liệu đã nhập được lưu vào nhật ký, không xóa được; sai thì sửa bằng thay đổi sau.',
  'import.discard': 'Bỏ, không nhập',

  // 5: going on
  'import.step_progress': '5. Đang nhập',
  'import.applying_organizations': 'Đang ghi tổ chức: {{done}}/{{total}}',
  'import.applying_members': 'Đang ghi đảng viên theo chi bộ: {{done}}/{{total}} chi bộ',
  'import.may_leave': 'Đồng chí có thể đóng trang này; việc nhập vẫn tiếp tục. Mở lại trang để xem tiếp.',
  'import.percent': '{{percent}}%',

  // 6: done
  'import.step_done': '6. Đã nhập xong',
  'import.done': 'Đã nhập xong lúc {{at}}.',
  'import.no_sign_in': 'Người mới nhập chưa đăng nhập được: bí thư chi bộ in phiếu cấp tài khoản cho từng đồng chí.',
  'import.again': 'Nhập danh sách khác',
  'import.failed': 'Chưa nhập được',
  'import.failed_mend': 'Phần đã ghi vẫn đúng và không bị ghi đôi: sửa xong, đồng chí nhập lại cả tệp.',
  'import.history': 'Các lần nhập gần đây',
  'import.by': '{{name}}, {{at}}',
  'import.open': 'Xem',
  'import.status_uploading': 'Đang gửi',
  'import.status_uploaded': 'Đang kiểm tra',
  'import.status_checked': 'Đã kiểm tra',
  'import.status_applying': 'Đang nhập',
  'import.status_done': 'Đã nhập',
  'import.status_failed': 'Chưa nhập được',

  // notes
  'import.note_COLUMN_UNKNOWN': 'Cột “{{column}}” không có trong mẫu nên không đọc.',
  'import.note_SHEET_LEFT_OUT': 'Trang “{{sheet}}” không phải danh sách tổ chức hay đảng viên nên không đọc.',
  'import.note_EXAMPLE_LEFT_OUT': 'Đã bỏ qua dòng ví dụ của tệp mẫu (dòng {{row}}).',
  'import.note_OFFICE_ENDS_TODAY':
    '{{count}} dòng có chức vụ khác với hệ thống mà không ghi ngày: chức vụ thay đổi từ ngày nhập.',

  // what is wrong with a row, and how to mend it
  'import.what_DATE_WRONG': '“{{value}}” không phải là ngày.',
  'import.mend_DATE_WRONG': 'Ghi ngày/tháng/năm, ví dụ 03/11/2026.',
  'import.what_TEXT_TOO_LONG': 'Nội dung dài quá {{most}} ký tự.',
  'import.mend_TEXT_TOO_LONG': 'Viết gọn lại, không quá {{most}} ký tự.',
  'import.what_TEXT_WRONG': 'Có ký tự không đọc được.',
  'import.mend_TEXT_WRONG': 'Xóa nội dung ô rồi gõ lại.',
  'import.what_CODE_MISSING': 'Thiếu mã tổ chức.',
  'import.mend_CODE_MISSING': 'Ghi mã của tổ chức, mỗi tổ chức một mã.',
  'import.what_CODE_TWICE': 'Mã {{value}} có ở nhiều dòng: {{rows}}.',
  'import.mend_CODE_TWICE': 'Giữ một dòng, hoặc sửa mã cho đúng từng tổ chức.',
  'import.what_CODE_OUTSIDE': 'Mã {{value}} đã dùng cho một tổ chức ngoài phạm vi của đồng chí.',
  'import.mend_CODE_OUTSIDE': 'Kiểm tra lại mã; mỗi tổ chức có mã riêng.',
  'import.what_ORGANIZATION_NAME_MISSING': 'Thiếu tên tổ chức.',
  'import.mend_ORGANIZATION_NAME_MISSING': 'Ghi đủ tên, ví dụ: Chi bộ Thôn 2.',
  'import.what_KIND_MISSING': 'Thiếu loại tổ chức.',
  'import.mend_KIND_MISSING': 'Chọn một loại trong trang Ghi chú của tệp mẫu, ví dụ: Chi bộ.',
  'import.what_KIND_UNKNOWN': 'Không có loại tổ chức “{{value}}”.',
  'import.mend_KIND_UNKNOWN': 'Ghi đúng tên một loại trong trang Ghi chú của tệp mẫu, ví dụ: Chi bộ, Đảng bộ xã.',
  'import.what_BRANCH_TYPE_MISSING': 'Chi bộ chưa ghi loại hình.',
  'import.mend_BRANCH_TYPE_MISSING': 'Ghi loại hình, ví dụ: Thôn, tổ dân phố.',
  'import.what_BRANCH_TYPE_UNKNOWN': 'Không có loại hình chi bộ “{{value}}”.',
  'import.mend_BRANCH_TYPE_UNKNOWN':
    'Ghi một trong: Thôn, tổ dân phố; Cơ quan, đơn vị sự nghiệp; Doanh nghiệp; Trường học; Lực lượng vũ trang; Khác.',
  'import.what_BRANCH_TYPE_NOT_BRANCH': 'Tổ chức này không phải chi bộ nên không có loại hình chi bộ.',
  'import.mend_BRANCH_TYPE_NOT_BRANCH': 'Xóa ô này, hoặc sửa cột Loại thành Chi bộ.',
  'import.what_PARENT_MISSING': 'Thiếu mã tổ chức cấp trên.',
  'import.mend_PARENT_MISSING': 'Ghi mã của tổ chức cấp trên trực tiếp.',
  'import.what_PARENT_UNKNOWN': 'Không có tổ chức mang mã {{value}} trong tệp và trong phạm vi của đồng chí.',
  'import.mend_PARENT_UNKNOWN': 'Sửa mã cấp trên, hoặc thêm dòng cho tổ chức cấp trên đó.',
  'import.what_PARENT_CYCLE': 'Các tổ chức trực thuộc vòng tròn: {{codes}}.',
  'import.mend_PARENT_CYCLE': 'Sửa mã cấp trên để không tổ chức nào trực thuộc cấp dưới của mình.',
  'import.what_PARENT_IS_BRANCH': 'Cấp trên {{value}} là chi bộ.',
  'import.mend_PARENT_IS_BRANCH': 'Ghi mã của đảng bộ cấp trên; dưới chi bộ chỉ có tổ đảng.',
  'import.what_PARENT_LATER': 'Ngày này trước ngày có tổ chức cấp trên ({{date}}).',
  'import.mend_PARENT_LATER': 'Ghi ngày từ {{date}} trở đi, hoặc sửa ngày của cấp trên.',
  'import.what_ORGANIZATION_DATE_MISSING': 'Tổ chức mới chưa ghi từ ngày.',
  'import.mend_ORGANIZATION_DATE_MISSING': 'Ghi ngày thành lập hoặc ngày tổ chức có như hiện nay.',
  'import.what_CHANGE_DATE_NOT_LATER':
    'Tổ chức đã có trong hệ thống với nội dung khác từ {{date}}; thay đổi phải từ một ngày sau đó.',
  'import.mend_CHANGE_DATE_NOT_LATER': 'Ghi ở cột Từ ngày một ngày sau {{date}}, hoặc giữ nội dung như cũ.',
  'import.what_ORGANIZATION_ENDED': 'Tổ chức này đã kết thúc hoạt động từ {{date}}.',
  'import.mend_ORGANIZATION_ENDED': 'Bỏ dòng này, hoặc dùng mã khác cho tổ chức mới.',
  'import.what_ROOT_CHANGED': 'Đây là tổ chức mà đồng chí đang nhập vào; việc nhập không thay đổi chính tổ chức đó.',
  'import.mend_ROOT_CHANGED': 'Bỏ dòng này khỏi tệp.',
  'import.what_NUMBER_MISSING': 'Thiếu số thẻ.',
  'import.mend_NUMBER_MISSING': 'Ghi số thẻ đảng viên; người chưa có thẻ ghi mã do cấp ủy cấp.',
  'import.what_NUMBER_WRONG': 'Số thẻ “{{value}}” không đúng dạng.',
  'import.mend_NUMBER_WRONG': 'Chỉ gồm chữ cái không dấu, chữ số, dấu chấm, gạch ngang; từ 3 đến 32 ký tự.',
  'import.what_NUMBER_TWICE': 'Số thẻ {{value}} có ở nhiều dòng: {{rows}}.',
  'import.mend_NUMBER_TWICE': 'Mỗi đảng viên một dòng: xóa dòng thừa hoặc sửa số thẻ.',
  'import.what_MEMBER_NAME_MISSING': 'Thiếu họ và tên.',
  'import.mend_MEMBER_NAME_MISSING': 'Ghi đủ họ và tên.',
  'import.what_BRANCH_MISSING': 'Thiếu mã chi bộ.',
  'import.mend_BRANCH_MISSING': 'Ghi mã của chi bộ nơi đảng viên sinh hoạt.',
  'import.what_BRANCH_UNKNOWN': 'Không có chi bộ mang mã {{value}} trong tệp và trong phạm vi của đồng chí.',
  'import.mend_BRANCH_UNKNOWN': 'Sửa mã chi bộ, hoặc thêm chi bộ vào danh sách tổ chức.',
  'import.what_BRANCH_NOT_BRANCH': 'Mã {{value}} là của một đảng bộ, không phải chi bộ.',
  'import.mend_BRANCH_NOT_BRANCH': 'Ghi mã của chi bộ nơi đảng viên sinh hoạt.',
  'import.what_MEMBER_ELSEWHERE': 'Số thẻ {{value}} đang sinh hoạt tại {{branch}}.',
  'import.mend_MEMBER_ELSEWHERE':
    'Việc nhập không chuyển chi bộ: bỏ dòng này và dùng Chuyển sinh hoạt đi, Tiếp nhận; hoặc sửa số thẻ.',
  'import.what_MEMBER_ELSEWHERE_OUTSIDE': 'Số thẻ {{value}} đang sinh hoạt tại một chi bộ ngoài phạm vi của đồng chí.',
  'import.mend_MEMBER_ELSEWHERE_OUTSIDE':
    'Đề nghị chi bộ đó chuyển sinh hoạt đi rồi chi bộ mới tiếp nhận; hoặc sửa số thẻ.',
  'import.what_MEMBER_LEFT': 'Đồng chí này đã chuyển khỏi chi bộ.',
  'import.mend_MEMBER_LEFT': 'Bỏ dòng này; nếu trở lại, chi bộ dùng Tiếp nhận đảng viên.',
  'import.what_CATEGORY_MISSING': 'Thiếu diện.',
  'import.mend_CATEGORY_MISSING': 'Ghi Chính thức hoặc Dự bị.',
  'import.what_CATEGORY_UNKNOWN': 'Không có diện “{{value}}”.',
  'import.mend_CATEGORY_UNKNOWN': 'Ghi Chính thức hoặc Dự bị.',
  'import.what_OFFICIAL_DATE_OF_PROBATIONARY': 'Đảng viên dự bị mà có ngày chính thức.',
  'import.mend_OFFICIAL_DATE_OF_PROBATIONARY': 'Xóa ngày chính thức, hoặc sửa diện thành Chính thức.',
  'import.what_OFFICE_UNKNOWN': 'Không có chức vụ “{{value}}”.',
  'import.mend_OFFICE_UNKNOWN':
    'Ghi Bí thư, Phó bí thư, Chi ủy viên hoặc để trống; chức danh khác ghi ở cột Chức danh khác.',
  'import.what_OFFICE_OF_PROBATIONARY': 'Đảng viên dự bị không giữ chức vụ trong chi bộ.',
  'import.mend_OFFICE_OF_PROBATIONARY': 'Xóa chức vụ, hoặc sửa diện thành Chính thức.',
  'import.what_OFFICE_DATE_EARLY': 'Đồng chí này đã có chức vụ khác trong thời gian đó.',
  'import.mend_OFFICE_DATE_EARLY':
    'Ghi ngày sau khi chức vụ cũ bắt đầu, hoặc kết thúc chức vụ cũ trên trang đảng viên.',
  'import.what_TWO_SECRETARIES': '{{branch}} có hai bí thư cùng lúc: dòng {{rows}}.',
  'import.mend_TWO_SECRETARIES': 'Giữ một bí thư; người kia ghi chức vụ khác hoặc để trống.',
  'import.what_SECRETARY_KNOWN': '{{branch}} đang có bí thư khác không có trong tệp.',
  'import.mend_SECRETARY_KNOWN':
    'Thêm dòng của bí thư cũ với chức vụ mới, hoặc kết thúc nhiệm kỳ của đồng chí đó trước.',
  'import.what_STANDING_UNKNOWN': 'Không có tình trạng “{{value}}”.',
  'import.mend_STANDING_UNKNOWN':
    'Ghi Miễn sinh hoạt, Sinh hoạt tạm thời nơi khác, Nhiệm vụ đặc biệt, Đình chỉ sinh hoạt hoặc để trống.',
  'import.what_STANDING_MISSING': 'Có nội dung về quyết định hoặc thời gian mà thiếu tình trạng.',
  'import.mend_STANDING_MISSING': 'Ghi tình trạng, hoặc xóa các ô kèm theo.',
  'import.what_STANDING_FIELD_MISSING': '{{standing}} mà thiếu: {{fields}}.',
  'import.mend_STANDING_FIELD_MISSING': 'Ghi đủ: {{fields}}.',
  'import.what_STANDING_OVERLAPS': 'Hệ thống đã ghi tình trạng này trong thời gian đó, với ngày bắt đầu khác.',
  'import.mend_STANDING_OVERLAPS': 'Ghi ngày như đã có, hoặc kết thúc tình trạng cũ trên trang đảng viên.',
  'import.what_GROUND_SHORT': 'Lý do quá ngắn.',
  'import.mend_GROUND_SHORT': 'Ghi lý do ít nhất 3 chữ cái.',
  'import.what_PERIOD_WRONG': 'Ngày kết thúc trước ngày bắt đầu.',
  'import.mend_PERIOD_WRONG': 'Sửa một trong hai ngày.',

  // Refusals of imports are read on these pages alone.
  'error.IMPORT_EMPTY': 'Danh sách không có đảng viên nào. Đề nghị đồng chí kiểm tra lại tệp.',
  'error.IMPORT_DUPLICATE_MEMBER': 'Danh sách có đảng viên bị trùng. Đề nghị đồng chí sửa tệp rồi nhập lại.',
  'error.IMPORT_UNKNOWN': 'Không tìm thấy lần nhập này; có thể đã bỏ hoặc quá cũ. Đề nghị đồng chí chọn tệp lại.',
  'error.IMPORT_FILE_TOO_LARGE':
    'Các tệp vượt quá {{megabytes}} MB. Đề nghị đồng chí chia danh sách thành nhiều tệp, nhập lần lượt.',
  'error.IMPORT_FILE_INCOMPLETE': 'Tệp chưa được gửi trọn. Đề nghị đồng chí kiểm tra mạng rồi gửi lại.',
  'error.IMPORT_FILE_KIND':
    'Tệp “{{file}}” không phải bảng Excel (.xlsx) hay CSV. Đề nghị đồng chí mở bằng Excel, chọn Lưu thành, loại Excel Workbook (.xlsx).',
  'error.IMPORT_FILE_OLD_EXCEL':
    'Tệp “{{file}}” là Excel kiểu cũ (.xls). Đề nghị đồng chí mở bằng Excel, chọn Lưu thành, loại Excel Workbook (.xlsx).',
  'error.IMPORT_FILE_PROTECTED':
    'Tệp “{{file}}” có mật khẩu nên không đọc được. Đề nghị đồng chí bỏ mật khẩu trong Excel (Tệp, Thông tin, Bảo vệ sổ làm việc), lưu lại rồi chọn lại.',
  'error.IMPORT_FILE_BROKEN':
    'Tệp “{{file}}” bị hỏng ở chỗ: {{place}}. Đề nghị đồng chí mở bằng Excel, lưu lại thành tệp mới rồi chọn tệp đó.',
  'error.IMPORT_FILE_ENCODING':
    'Tệp “{{file}}” không phải bảng mã Unicode nên chữ có dấu sẽ sai. Đề nghị đồng chí mở bằng Excel, chọn Lưu thành, loại CSV UTF-8 hoặc Excel Workbook (.xlsx).',
  'error.IMPORT_FILE_EXPANDS':
    'Tệp “{{file}}” khi giải nén lớn hơn mức cho phép. Đề nghị đồng chí xóa các trang, hình không cần, hoặc chia danh sách thành nhiều tệp.',
  'error.IMPORT_TOO_MANY_ROWS': 'Danh sách có quá {{rows}} dòng. Đề nghị đồng chí chia thành nhiều tệp, nhập lần lượt.',
  'error.IMPORT_NO_TABLE':
    'Không có trang hay tệp nào là danh sách tổ chức hoặc đảng viên. Đề nghị đồng chí dùng tên cột như tệp mẫu.',
  'error.IMPORT_HEADINGS_MISSING':
    'Tệp “{{file}}” thiếu cột: {{headings}}. Đề nghị đồng chí thêm cột theo tệp mẫu; tên cột ghi ở dòng đầu của bảng.',
  'error.IMPORT_NOT_CHECKED': 'Danh sách này chưa kiểm tra xong hoặc đã được nhập. Đề nghị đồng chí tải lại trang.',
  'error.IMPORT_HAS_FAULTS': 'Danh sách còn dòng lỗi nên chưa nhập được. Đề nghị đồng chí sửa tệp rồi kiểm tra lại.',
  'error.IMPORT_RUNNING':
    'Đang có một lần nhập khác cho tổ chức này hoặc tổ chức cấp trên, cấp dưới. Đề nghị đồng chí chờ xong rồi nhập.',
  'error.IMPORT_STALE':
    'Dữ liệu trong hệ thống đã thay đổi từ khi kiểm tra nên danh sách có lỗi mới. Đề nghị đồng chí xem báo cáo, sửa tệp rồi kiểm tra lại.',
  'error.IMPORT_INCOMPLETE':
    'Có {{count}} tổ chức chưa ghi được vì dữ liệu vừa thay đổi; các tổ chức khác đã ghi. Đề nghị đồng chí chọn lại tệp để kiểm tra và nhập phần còn lại.',
  'error.IMPORT_INTERRUPTED':
    'Việc đọc hoặc ghi danh sách bị ngắt nhiều lần. Đề nghị đồng chí chọn lại tệp; nếu vẫn vậy, chia danh sách thành nhiều tệp.',
}
