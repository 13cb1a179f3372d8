// The invitation to a meeting, and the answers to it.
export const vi = {
  'notice.title': 'Giấy mời sinh hoạt',
  'notice.answer': 'Trả lời giấy mời',
} as const
