// What a media-server should have for a meeting, worked out from the meeting's state.
import { membersInRoom } from '@hoi-truong/shared/attendance'
import { type DesiredRoom, type MediaSource, mediaSources } from '@hoi-truong/shared/media'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import type { StateOfKind } from '../log/commandDefinition.ts'
import type { StreamSnapshot } from '../log/streamCache.ts'

type Everyone = StateOfKind['meeting']['everyone']

/** The floor is open until chaired floor comes: who may be in the room may speak and be seen. */
export function mayPublish({ meeting }: Everyone, memberId: string): MediaSource[] {
  return may(meetingRolesOf(meeting, memberId), 'media.publish') ? [...mediaSources] : []
}

export function desiredRoom(snapshot: StreamSnapshot<'meeting'>, epoch: number): DesiredRoom {
  const { everyone } = snapshot.state
  const open = everyone.meeting.status !== 'closed'
  return {
    meetingId: snapshot.streamId,
    epoch,
    seq: snapshot.position.seq,
    open,
    peers: open
      ? membersInRoom(everyone.attendance)
          .filter((memberId) => may(meetingRolesOf(everyone.meeting, memberId), 'attendance.enter'))
          .map((memberId) => ({ memberId, mayPublish: mayPublish(everyone, memberId) }))
      : [],
  }
}
