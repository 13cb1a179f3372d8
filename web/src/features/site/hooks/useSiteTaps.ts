// The taps of a site's page: they outlive the page's redraws, and on this device also the page.
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { SiteTaps } from '../siteTaps.ts'

const commands = { in: 'attendance.checkInAtSite', out: 'attendance.checkOutAtSite' } as const

export function useSiteTaps(siteId: string) {
  const { room, memberId } = useMeeting()
  const [taps] = useState(
    () =>
      new SiteTaps({
        key: `hoi-truong.site-taps.${memberId}.${room.meetingId}.${siteId}`,
        storage: localStorage,
        send: (wish, memberIds) => room.command(commands[wish], { siteId, memberIds }),
      }),
  )
  useEffect(() => {
    taps.start()
    return () => taps.stop()
  }, [taps])
  const state = useStore(taps.store)
  return { taps, state }
}
