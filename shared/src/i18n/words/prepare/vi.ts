// Preparing a meeting.
export const vi = {
  'prepare.title': 'Chuẩn bị buổi sinh hoạt',
} as const
