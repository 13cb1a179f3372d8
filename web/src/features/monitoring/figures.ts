// What the page knows of a month, brought up to date by what is pushed: the same sums as the server's, without asking it.
import {
  addUp,
  type BranchLine,
  branchMonth,
  type MeetingFigure,
  type MeetingFigures,
  type MonitoredMeeting,
  type MonitoringView,
} from '@hoi-truong/shared/monitoring'

const inOrder = (a: MonitoredMeeting, b: MonitoredMeeting): number =>
  a.plannedStart === b.plannedStart ? (a.meetingId < b.meetingId ? -1 : 1) : a.plannedStart < b.plannedStart ? -1 : 1

function withMeeting(meetings: MonitoredMeeting[], figure: MeetingFigure, shown: string): MonitoredMeeting[] {
  const known = meetings.find(({ meetingId }) => meetingId === figure.meetingId)
  if (known && known.seq > figure.seq) return meetings
  const others = meetings.filter((meeting) => meeting !== known)
  // Moved to another month: it is in that one's list now.
  if (figure.month !== shown) return known ? others : meetings
  const { month: _, ...meeting } = figure
  return [...others, meeting].sort(inOrder)
}

function withFigures(line: BranchLine, figures: readonly MeetingFigure[], shown: string, today: string): BranchLine {
  const meetings = figures.reduce((before, figure) => withMeeting(before, figure, shown), line.meetings)
  return meetings === line.meetings ? line : { ...line, meetings, month: branchMonth({ ...line, meetings }, today) }
}

/** @param today the day in Vietnam by the server's clock */
export function applyFigures(view: MonitoringView, { meetings }: MeetingFigures, today: string): MonitoringView {
  const lines = view.lines.map((line) => {
    if (line.kind === 'committee') return line
    const figures = meetings.filter(({ organizationId }) => organizationId === line.organizationId)
    return withFigures(line, figures, view.month, today)
  })
  return lines.every((line, index) => line === view.lines[index]) ? view : { ...view, lines, sums: addUp(lines) }
}
