// The roll call: its rounds, the sites, corrections.
export const vi = {
  'rollcall.title': 'Điểm danh toàn chi bộ',
  'rollcall.by_site': 'Điểm danh theo điểm cầu',
} as const
