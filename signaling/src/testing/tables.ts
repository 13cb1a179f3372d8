// What the projected tables must hold for a meeting's state, and what they do hold, in one shape for comparison.
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import type { Database } from '../database/client.ts'

const iso = (date: Date | null): string | null => date?.toISOString() ?? null
const inOrder = <T>(rows: T[]): T[] => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

export function expectedTables({ everyone, bureau }: MeetingStreamState) {
  const { meeting, attendance } = everyone
  const roll = [...(meeting.roll?.members ?? []), ...(meeting.roll?.followers ?? [])]
  return {
    meeting: {
      status: meeting.status,
      openedAt: meeting.openedAt,
      closedAt: meeting.closedAt,
      chairId: meeting.plan?.chairId,
    },
    roll: inOrder(
      roll.map(({ memberId, name, status }) => ({
        memberId,
        name,
        status,
        inRoomSince: attendance.intervals[memberId]?.find((interval) => interval.endedAt === null)?.startedAt ?? null,
        absenceAnnouncedAt: attendance.absences[memberId] ?? null,
      })),
    ),
    intervals: inOrder(
      Object.entries(attendance.intervals).flatMap(([memberId, intervals]) =>
        intervals.map(({ startedAt, endedAt, reason }) => ({ memberId, startedAt, endedAt, reason })),
      ),
    ),
    notices: inOrder(bureau.attendance.map(({ memberId, reason, at }) => ({ memberId, reason, at }))),
  }
}

export async function actualTables(database: Database, meetingId: string): Promise<ReturnType<typeof expectedTables>> {
  const meeting = await database.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const attendance = await database.attendance.findMany({ where: { meetingId, position: { gte: 0 } } })
  const intervals = await database.attendanceInterval.findMany({ where: { meetingId } })
  const notices = await database.absenceNotice.findMany({ where: { meetingId, late: false } })
  return {
    meeting: {
      status: meeting.status as 'scheduled' | 'open' | 'closed',
      openedAt: iso(meeting.openedAt),
      closedAt: iso(meeting.closedAt),
      chairId: meeting.chairId,
    },
    roll: inOrder(
      attendance.map(({ memberId, name, status, inRoomSince, absenceAnnouncedAt }) => ({
        memberId,
        name,
        status: status as 'active',
        inRoomSince: iso(inRoomSince),
        absenceAnnouncedAt: iso(absenceAnnouncedAt),
      })),
    ),
    intervals: inOrder(
      intervals.map(({ memberId, startedAt, endedAt, endReason }) => ({
        memberId,
        startedAt: startedAt.toISOString(),
        endedAt: iso(endedAt),
        reason: endReason as 'left' | null,
      })),
    ),
    notices: inOrder(notices.map(({ memberId, reason, at }) => ({ memberId, reason, at: at.toISOString() }))),
  }
}
