// A meeting followed without entering its room: nobody is present by looking on.
import { useEffect, useState } from 'react'
import { session } from '../../account/api/session.ts'
import { MeetingRoom } from '../api/meetingRoom.ts'
import type { FollowedMeeting } from './useMeeting.ts'

export function useFollowedMeeting(meetingId: string, memberId: string): FollowedMeeting | null {
  const [followed, setFollowed] = useState<FollowedMeeting | null>(null)
  useEffect(() => {
    const deps = {
      accessToken: () => session.accessToken(),
      refuseToken: (token: string) => session.refuse(token),
      sessionEnded: (code: Parameters<typeof session.end>[0]) => session.end(code),
    }
    const room = new MeetingRoom(meetingId, deps, { enters: false })
    void room.run()
    setFollowed({ room, memberId })
    return () => {
      room.stop()
      setFollowed(null)
    }
  }, [meetingId, memberId])
  return followed
}
