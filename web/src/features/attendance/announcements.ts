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

/** When a network fails for a whole hamlet, nobody wants to hear twenty names. */
const MOST_BY_NAME = 2

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
  const came = [...now].filter((memberId) => !here.has(memberId) && memberId !== ownId)
  const left = [...here].filter((memberId) => !now.has(memberId) && memberId !== ownId)
  const isFollower = (memberId: string) => meeting.roll?.followers.some((entry) => entry.memberId === memberId) === true
  const valuesOf = (memberId: string) => {
    const entry = findInRoll(meeting, memberId)
    return { name: entry?.name ?? '', title: entry?.title ?? '' }
  }
  for (const memberId of came.filter(isFollower)) {
    const values = valuesOf(memberId)
    told.push({ key: values.title === '' ? 'announce.joined' : 'announce.follower_joined', values })
  }
  const groups = [
    {
      one: 'announce.joined',
      many: 'announce.many_joined',
      memberIds: came.filter((memberId) => !isFollower(memberId)),
    },
    { one: 'announce.left', many: 'announce.many_left', memberIds: left },
  ] as const
  for (const { one, many, memberIds } of groups) {
    if (memberIds.length > MOST_BY_NAME) told.push({ key: many, values: { count: String(memberIds.length) } })
    else for (const memberId of memberIds) told.push({ key: one, values: valuesOf(memberId) })
  }
  return told
}
