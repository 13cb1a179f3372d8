// Whoever the chair has shown out stays out: said in two ways, to them and to those who count them in.
import type { AttendanceState } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'

/** Said to the one who was shown out. @throws AppError ATTENDANCE_REMOVED */
export function assertNotShownOut({ removed }: AttendanceState, memberId: string): void {
  const removal = removed[memberId]
  if (removal) throw new AppError('ATTENDANCE_REMOVED', { reason: removal.reason })
}

/** Said to whoever counts them in. @throws AppError ATTENDANCE_MEMBER_REMOVED */
export function assertMayBePresent({ removed }: AttendanceState, memberId: string): void {
  if (memberId in removed) throw new AppError('ATTENDANCE_MEMBER_REMOVED')
}
