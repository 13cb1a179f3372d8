// The chair's desk in the room.
export const vi = {
  'desk.title': 'Điều hành buổi sinh hoạt',
} as const
