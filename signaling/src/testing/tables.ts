// What the projected tables must hold for a meeting's state, and what they do hold, in one shape for comparison.
import { rollCall } from '@hoi-truong/shared/attendance'
import type { MeetingStatus } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import type { Database } from '../database/client.ts'

const iso = (date: Date | null): string | null => date?.toISOString() ?? null
const inOrder = <T>(rows: T[]): T[] => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

export function expectedTables({ everyone, bureau }: MeetingStreamState) {
  const { meeting, attendance, agenda, comments } = everyone
  const roll = [...(meeting.roll?.members ?? []), ...(meeting.roll?.followers ?? []), ...(meeting.roll?.guests ?? [])]
  const { counts } = rollCall(meeting, attendance, new Date().toISOString())
  return {
    meeting: {
      status: meeting.status,
      openedAt: meeting.openedAt,
      closedAt: meeting.closedAt,
      chairId: meeting.chairId,
      minutesSecretaryId: meeting.minutesSecretaryId,
    },
    roll: inOrder(
      roll.map(({ memberId, name, status }) => ({
        memberId,
        name,
        status,
        inRoomSince: attendance.intervals[memberId]?.find((interval) => interval.endedAt === null)?.startedAt ?? null,
        absenceAnnouncedAt: attendance.absences[memberId]?.at ?? null,
        absenceDecision: attendance.absences[memberId]?.decision ?? null,
        answeredAt: attendance.answers[memberId] ?? null,
      })),
    ),
    intervals: inOrder(
      Object.entries(attendance.intervals).flatMap(([memberId, intervals]) =>
        intervals.map(({ startedAt, endedAt, reason, place, way }) => ({
          memberId,
          startedAt,
          endedAt,
          reason,
          siteId: place.kind === 'site' ? place.siteId : null,
          way,
        })),
      ),
    ),
    // The latest notice of each: one may be taken back and given anew.
    notices: inOrder(
      [...new Map(bureau.attendance.map((notice) => [notice.memberId, notice])).values()].map(
        ({ memberId, reason, at }) => ({ memberId, reason, at }),
      ),
    ),
    corrections: attendance.corrections.map(({ memberId, at, reason }) => ({ memberId, at, reason })),
    agenda: agenda.items.map(({ itemId, title }) => ({
      itemId,
      title,
      startedAt: agenda.courses.find((course) => course.itemId === itemId)?.startedAt ?? null,
      endedAt: agenda.courses.findLast((course) => course.itemId === itemId)?.endedAt ?? null,
    })),
    documents: everyone.documents.map(({ documentId, name, sha256, postedAt, withdrawn }) => ({
      documentId,
      name,
      sha256,
      postedAt,
      withdrawnAt: withdrawn?.at ?? null,
    })),
    speeches: inOrder(
      everyone.floor.speeches.map(({ speechId, memberId, siteId, itemId, way, startedAt, endedAt, reason }) => ({
        speechId,
        memberId,
        siteId,
        itemId,
        way,
        startedAt,
        endedAt,
        reason,
        seconds: endedAt === null ? null : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000),
      })),
    ),
    polls: everyone.voting.polls.map(({ question, stage, frozen, openedAt, closedAt, announcedAt, outcome }) => ({
      pollId: question.pollId,
      title: question.title,
      repeats: question.repeats,
      stage,
      openedAt,
      closedAt,
      announcedAt,
      base: frozen?.base.base ?? null,
      electorate: frozen?.electorate.length ?? null,
      outcome: outcome as unknown,
    })),
    // What was handed in is there for open polls only.
    notOpenAndYetHandedIn: [] as string[],
    counts: { present: counts.present, expected: counts.expected },
    comments: inOrder(
      comments.map(({ commentId, memberId, subject, when, fromAbsent, at, readOut, withdrawnAt }) => ({
        commentId,
        memberId,
        subject: subject.kind,
        itemId: subject.kind === 'item' ? subject.itemId : null,
        when,
        fromAbsent,
        at,
        readOutAt: readOut?.at ?? null,
        withdrawnAt,
      })),
    ),
  }
}

export async function actualTables(database: Database, meetingId: string): Promise<ReturnType<typeof expectedTables>> {
  const meeting = await database.meeting.findUniqueOrThrow({ where: { id: meetingId } })
  const attendance = await database.attendance.findMany({ where: { meetingId, position: { gte: 0 } } })
  const intervals = await database.attendanceInterval.findMany({ where: { meetingId, superseded: false } })
  const corrections = await database.attendanceCorrection.findMany({
    where: { meetingId },
    orderBy: { ordinal: 'asc' },
  })
  const agenda = await database.agendaItem.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
  const documents = await database.document.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
  const notices = await database.absenceNotice.findMany({ where: { meetingId, late: false } })
  const speeches = await database.speech.findMany({ where: { meetingId } })
  const comments = await database.comment.findMany({ where: { meetingId, late: false } })
  const polls = await database.poll.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
  const handedIn = [
    ...(await database.pollVote.findMany({ where: { meetingId } })),
    ...(await database.pollHandCount.findMany({ where: { meetingId } })),
    ...(await database.pollPaperCount.findMany({ where: { meetingId } })),
  ]
  const open = new Set(polls.flatMap(({ pollId, stage }) => (stage === 'open' ? [pollId] : [])))
  return {
    meeting: {
      status: meeting.status as MeetingStatus,
      openedAt: iso(meeting.openedAt),
      closedAt: iso(meeting.closedAt),
      chairId: meeting.chairId,
      minutesSecretaryId: meeting.minutesSecretaryId,
    },
    roll: inOrder(
      attendance.map(({ memberId, name, status, inRoomSince, absenceAnnouncedAt, absenceDecision, answeredAt }) => ({
        memberId,
        name,
        status: status as 'active',
        inRoomSince: iso(inRoomSince),
        absenceAnnouncedAt: iso(absenceAnnouncedAt),
        absenceDecision: absenceDecision as 'pending' | null,
        answeredAt: iso(answeredAt),
      })),
    ),
    intervals: inOrder(
      intervals.map(({ memberId, startedAt, endedAt, endReason, siteId, way }) => ({
        memberId,
        startedAt: startedAt.toISOString(),
        endedAt: iso(endedAt),
        reason: endReason as 'left' | null,
        siteId,
        way: way as 'device',
      })),
    ),
    notices: inOrder(notices.map(({ memberId, reason, at }) => ({ memberId, reason, at: at.toISOString() }))),
    corrections: corrections.map(({ memberId, at, reason }) => ({ memberId, at: at.toISOString(), reason })),
    agenda: agenda.map(({ itemId, title, startedAt, endedAt }) => ({
      itemId,
      title,
      startedAt: iso(startedAt),
      endedAt: iso(endedAt),
    })),
    documents: documents.map(({ documentId, name, sha256, postedAt, withdrawnAt }) => ({
      documentId,
      name,
      sha256,
      postedAt: postedAt.toISOString(),
      withdrawnAt: iso(withdrawnAt),
    })),
    speeches: inOrder(
      speeches.map(({ speechId, memberId, siteId, itemId, way, startedAt, endedAt, endReason, seconds }) => ({
        speechId,
        memberId,
        siteId,
        itemId,
        way: way as 'granted',
        startedAt: startedAt.toISOString(),
        endedAt: iso(endedAt),
        reason: endReason as 'own' | null,
        seconds,
      })),
    ),
    polls: polls.map(
      ({ pollId, title, repeats, stage, openedAt, closedAt, announcedAt, base, electorate, outcome }) => ({
        pollId,
        title,
        repeats,
        stage: stage as 'open',
        openedAt: iso(openedAt),
        closedAt: iso(closedAt),
        announcedAt: iso(announcedAt),
        base,
        electorate,
        outcome,
      }),
    ),
    notOpenAndYetHandedIn: handedIn.flatMap(({ pollId }) => (open.has(pollId) ? [] : [pollId])),
    counts: { present: meeting.presentCount, expected: meeting.expectedCount },
    comments: inOrder(
      comments.map(({ commentId, memberId, subject, itemId, written, fromAbsent, at, readOutAt, withdrawnAt }) => ({
        commentId,
        memberId,
        subject: subject as 'item',
        itemId,
        when: written as 'during',
        fromAbsent,
        at: at.toISOString(),
        readOutAt: iso(readOutAt),
        withdrawnAt: iso(withdrawnAt),
      })),
    ),
  }
}
