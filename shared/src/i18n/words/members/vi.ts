// The branch's list of members.
export const vi = {
  'members.title': 'Danh sách đảng viên của chi bộ',
} as const
