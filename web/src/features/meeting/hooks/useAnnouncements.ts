// The last thing that happened in the room, as a sentence: shown for a while and read out by screen readers.
import { useEffect, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { announcementsBetween } from '../../attendance/announcements.ts'
import { useMeeting } from './useMeeting.ts'

const SHOWN_MS = 7_000

export function useAnnouncements(): string {
  const { t } = useWords()
  const meeting = useMeeting()
  const [said, setSaid] = useState('')
  useEffect(
    () =>
      meeting.room.store.subscribe(({ followed }, before) => {
        // What was there on entering is no news; after a break it is.
        if (!followed || !before.followed || followed === before.followed) return
        const told = announcementsBetween(
          before.followed.state.everyone,
          followed.state.everyone,
          meeting.memberId,
        ).map(({ key, values }) => t(key, values))
        if (told.length > 0) setSaid(told.join(' '))
      }),
    [meeting, t],
  )
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  return said
}
