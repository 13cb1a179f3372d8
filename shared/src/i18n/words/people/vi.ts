// Who is there and who is not, in the room and in the record.
export const vi = {
  'people.title': 'Mọi người và điểm danh',
  'people.present': 'Có mặt',
  'people.expected': 'Phải dự',
  'people.total': 'Tổng số {{total}} đảng viên: {{official}} chính thức, {{probationary}} dự bị',
  'people.late': 'Đến muộn {{count}}',
  'people.announced': 'Báo vắng {{count}}',
  'people.exempt_present': 'Được miễn, vẫn dự {{count}}',
  'people.in_room': 'Trong phòng',
  'people.not_in_room': 'Chưa có trong phòng',
  'people.guests': 'Cấp ủy cấp trên',

  'presence.present': 'Có mặt',
  'presence.left': 'Đã rời phòng',
  'presence.absenceAnnounced': 'Đã báo vắng',
  'presence.notArrived': 'Chưa vào phòng',
  'presence.closed_present': 'Có mặt đến khi kết thúc',
  'presence.closed_left': 'Có mặt, rời phòng trước khi kết thúc',
  'presence.closed_absenceAnnounced': 'Vắng, đã báo',
  'presence.closed_notArrived': 'Vắng, chưa báo',

  'member.suspended': 'Bị đình chỉ sinh hoạt',
} as const
