// What changed between two states of a meeting, as sentences for the room: who came, who left, opening and closing.
import { membersInRoom } from '@hoi-truong/shared/attendance'
import type { MessageKey } from '@hoi-truong/shared/i18n'
import { findInRoll } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'

export interface Announcement {
  key: MessageKey
  values: Record<string, string>
}

type Everyone = MeetingStreamState['everyone']

/** @param ownId nobody needs to be told that they came themselves */
export function announcementsBetween(before: Everyone, after: Everyone, ownId: string): Announcement[] {
  const { meeting } = after
  const told: Announcement[] = []
  if (before.meeting.status !== 'open' && meeting.status === 'open') told.push({ key: 'announce.opened', values: {} })
  if (before.meeting.status !== 'closed' && meeting.status === 'closed') {
    // Everybody leaves at the closing; that goes without saying.
    return [...told, { key: 'announce.closed', values: {} }]
  }
  const here = new Set(membersInRoom(before.attendance))
  const now = new Set(membersInRoom(after.attendance))
  const tell = (memberId: string, came: boolean) => {
    const entry = findInRoll(meeting, memberId)
    if (!entry || memberId === ownId) return
    const follower = meeting.roll?.followers.some((candidate) => candidate.memberId === memberId)
    const values = { name: entry.name, title: entry.title ?? '' }
    if (!came) told.push({ key: 'announce.left', values })
    else told.push({ key: follower && entry.title ? 'announce.follower_joined' : 'announce.joined', values })
  }
  for (const memberId of now) if (!here.has(memberId)) tell(memberId, true)
  for (const memberId of here) if (!now.has(memberId)) tell(memberId, false)
  return told
}
