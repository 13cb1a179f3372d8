// The sample's evening as far as votes need it: a meeting like the sample's, with those in its hall who were there.
import { MemberApi } from './api.ts'
import { atSite, numberOf, sample } from './sample.ts'
import type { RunningSystem } from './system.ts'

interface Planned {
  plan: { sites: { siteId: string }[] }
  roll: { members: { memberId: string; name: string }[] }
}

/** @param except who came, but is not checked in yet */
export async function gatherVoters(system: RunningSystem, { except = [] as readonly string[] } = {}) {
  const chairApi = await MemberApi.signIn(system, numberOf('dv01'))
  const meetingId = await chairApi.schedule()
  const { plan, roll } = (await chairApi.meeting(meetingId)).state.everyone.meeting as unknown as Planned
  const siteId = plan.sites[0]?.siteId ?? ''
  const idOf = (who: string): string => {
    const name = sample.dang_vien.find(({ id }) => id === who)?.ho_ten.normalize('NFC')
    return roll.members.find((entry) => entry.name === name)?.memberId ?? ''
  }
  const memberIds = atSite.flatMap(({ id }) => (except.includes(id) ? [] : [idOf(id)]))
  await chairApi.live('attendance.checkInAtSite', meetingId, { siteId, memberIds })
  return { chairApi, meetingId, siteId, idOf }
}
