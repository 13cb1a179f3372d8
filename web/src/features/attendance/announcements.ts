// What changed between two states of a meeting, as sentences for the room: the course of the meeting, who leads it, who came, who left.
import { currentItem } from '@hoi-truong/shared/agenda'
import { type AttendancePlace, openInterval } from '@hoi-truong/shared/attendance'
import { standingComments } from '@hoi-truong/shared/comment'
import { findInRoll } from '@hoi-truong/shared/meeting'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { floorBetween } from '../floor/announcements.ts'
import type { Announcement } from './announcement.ts'

type Everyone = MeetingStreamState['everyone']

/** When a network fails for a whole hamlet, nobody wants to hear twenty names. */
const MOST_BY_NAME = 2

const nameIn = ({ meeting }: Everyone, memberId: string): string => findInRoll(meeting, memberId)?.name ?? ''

/** Opening, items, officers: what everybody in the room must hear. */
function courseBetween(before: Everyone, after: Everyone, ownId: string): Announcement[] {
  const told: Announcement[] = []
  const { meeting } = after
  if (before.meeting.status !== 'open' && meeting.status === 'open')
    told.push({ key: before.meeting.status === 'closed' ? 'announce.reopened' : 'announce.opened', values: {} })
  if (before.meeting.chairId !== meeting.chairId && meeting.chairId !== null)
    told.push({
      key: meeting.chairId === ownId ? 'announce.you_chair' : 'announce.chair',
      values: { name: nameIn(after, meeting.chairId) },
    })
  const { minutesSecretaryId } = meeting
  if (before.meeting.minutesSecretaryId !== minutesSecretaryId && minutesSecretaryId !== null)
    told.push({ key: 'announce.minutes_secretary', values: { name: nameIn(after, minutesSecretaryId) } })
  const item = currentItem(after.agenda)
  if (item && currentItem(before.agenda)?.itemId !== item.itemId)
    told.push({ key: 'announce.item', values: { title: item.title } })
  const { quorum } = after.attendance
  if (quorum && quorum.at !== before.attendance.quorum?.at)
    told.push({ key: 'announce.quorum', values: { present: String(quorum.present), base: String(quorum.base) } })
  return told
}

const placesOf = ({ attendance }: Everyone): Map<string, AttendancePlace> =>
  new Map(
    Object.keys(attendance.intervals).flatMap((memberId) => {
      const open = openInterval(attendance, memberId)
      return open ? [[memberId, open.place] as const] : []
    }),
  )

function peopleBetween(before: Everyone, after: Everyone, ownId: string): Announcement[] {
  const { meeting } = after
  const there = placesOf(before)
  const now = placesOf(after)
  const came = [...now.keys()].filter((memberId) => !there.has(memberId) && memberId !== ownId)
  // Whoever was shown out has been named for that already.
  const left = [...there.keys()].filter(
    (memberId) => !now.has(memberId) && memberId !== ownId && !(memberId in after.attendance.removed),
  )
  const isFollower = (memberId: string) => meeting.roll?.followers.some((entry) => entry.memberId === memberId) === true
  const siteOf = (memberId: string): string | null => {
    const place = now.get(memberId)
    if (place?.kind !== 'site') return null
    return meeting.plan?.sites.find(({ siteId }) => siteId === place.siteId)?.name ?? ''
  }
  const valuesOf = (memberId: string): Record<string, string> => ({
    name: nameIn(after, memberId),
    title: findInRoll(meeting, memberId)?.title ?? '',
    site: siteOf(memberId) ?? '',
  })
  const told: Announcement[] = []
  for (const memberId of came.filter(isFollower)) {
    const values = valuesOf(memberId)
    told.push({ key: values.title === '' ? 'announce.joined' : 'announce.follower_joined', values })
  }
  const others = came.filter((memberId) => !isFollower(memberId))
  const groups = [
    {
      one: 'announce.joined',
      many: 'announce.many_joined',
      memberIds: others.filter((memberId) => siteOf(memberId) === null),
    },
    {
      one: 'announce.at_site',
      many: 'announce.many_at_site',
      memberIds: others.filter((memberId) => siteOf(memberId) !== null),
    },
    { one: 'announce.left', many: 'announce.many_left', memberIds: left },
  ] as const
  for (const { one, many, memberIds } of groups) {
    if (memberIds.length > MOST_BY_NAME) told.push({ key: many, values: { count: String(memberIds.length) } })
    else for (const memberId of memberIds) told.push({ key: one, values: valuesOf(memberId) })
  }
  return told
}

/** A paper on the screen is seen; that it is there is heard too. */
function presentingBetween(before: Everyone, after: Everyone, ownId: string): Announcement[] {
  const [was, is] = [before.presentation, after.presentation]
  if (was?.presentationId === is?.presentationId) return []
  if (!is) return [{ key: 'announce.presenting_ended', values: {} }]
  if (is.presenterId === ownId) return []
  const document = after.documents.find(({ documentId }) => documentId === is.documentId)?.name ?? ''
  return [{ key: 'announce.presenting', values: { name: nameIn(after, is.presenterId), document } }]
}

/** Who is not there is heard at once, by the chair and by everybody. */
function commentsBetween(before: Everyone, after: Everyone): Announcement[] {
  if (before.comments === after.comments) return []
  const known = new Set(before.comments.map(({ commentId }) => commentId))
  const fresh = standingComments(after.comments).filter(
    ({ commentId, fromAbsent }) => fromAbsent && !known.has(commentId),
  )
  if (fresh.length > MOST_BY_NAME) return [{ key: 'announce.comments_absent', values: { count: String(fresh.length) } }]
  return fresh.map(({ memberId }) => ({ key: 'announce.comment_absent', values: { name: nameIn(after, memberId) } }))
}

/** @param ownId nobody needs to be told that they came themselves */
export function announcementsBetween(before: Everyone, after: Everyone, ownId: string): Announcement[] {
  // Everybody leaves at the closing; that goes without saying.
  if (before.meeting.status !== 'closed' && after.meeting.status === 'closed')
    return [{ key: 'announce.closed', values: {} }]
  return [
    ...courseBetween(before, after, ownId),
    ...floorBetween(before, after, ownId),
    ...commentsBetween(before, after),
    ...presentingBetween(before, after, ownId),
    ...peopleBetween(before, after, ownId),
  ]
}
