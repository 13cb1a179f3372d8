// What a media-server should have for a meeting, worked out from the meeting's state.
import { devicesInRoom, isSilentCompanion } from '@hoi-truong/shared/attendance'
import { leadsOrSpeaks, mayBeHeard, mayShow, silencedSeq } from '@hoi-truong/shared/floor'
import { type DesiredRoom, type MediaSource, mediaSources } from '@hoi-truong/shared/media'
import { meetingRolesOf } from '@hoi-truong/shared/meeting'
import { may } from '@hoi-truong/shared/permissions'
import type { StateOfKind } from '../log/commandDefinition.ts'
import type { StreamSnapshot } from '../log/streamCache.ts'

type Everyone = StateOfKind['meeting']['everyone']

/**
 * Pictures belong to everybody; a screen goes with the floor. At a site one device speaks for all: others beside its loudspeakers would
 * howl, and be a second voice for one person (DESIGN 3).
 */
export function mayPublish(everyone: Everyone, memberId: string): MediaSource[] {
  const { meeting, attendance } = everyone
  if (isSilentCompanion(meeting, attendance, memberId)) return []
  if (!may(meetingRolesOf(meeting, memberId), 'media.publish')) return []
  return mediaSources.filter((source) => source !== 'screen' || mayShow(everyone, memberId))
}

/** The microphone of who has not the floor stays ready, so that its first syllable is heard once the floor is given. */
export const heldSources = (everyone: Everyone, memberId: string): MediaSource[] =>
  mayBeHeard(everyone, memberId) ? [] : ['microphone']

/** Announced or open: people may meet before the opening. */
const isUnderWay = ({ meeting }: Everyone): boolean => meeting.status === 'announced' || meeting.status === 'open'

export function desiredRoom(snapshot: StreamSnapshot<'meeting'>, epoch: number): DesiredRoom {
  const { everyone } = snapshot.state
  const open = isUnderWay(everyone)
  return {
    meetingId: snapshot.streamId,
    epoch,
    seq: snapshot.position.seq,
    open,
    peers: open
      ? devicesInRoom(everyone.attendance)
          .filter((memberId) => may(meetingRolesOf(everyone.meeting, memberId), 'attendance.enter'))
          .map((memberId) => ({
            memberId,
            mayPublish: mayPublish(everyone, memberId),
            held: heldSources(everyone, memberId),
            neverCapped: leadsOrSpeaks(everyone, memberId),
            silencedSeq: silencedSeq(everyone.floor, memberId),
          }))
      : [],
  }
}
