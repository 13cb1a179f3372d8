// The room of the measurements: a chair who speaks from a recording and shows a picture, straight to the servers; a member behind the line.
import { MemberApi } from '../../../e2e/support/api.ts'
import { ControlTraffic } from '../../../e2e/support/controlTraffic.ts'
import type { HinderedPlace } from '../../../e2e/support/hinderedPlace.ts'
import type { Door, Person } from '../../../e2e/support/person.ts'
import { until, watch, watched } from '../mediaWatch.ts'

const CHAIR = 'MAU-00001'
const MEMBER = 'MAU-00004'

export class HinderedRoom {
  readonly place: HinderedPlace
  readonly meetingId: string
  readonly chairApi: MemberApi
  readonly chair: Person
  readonly memberId: string

  private constructor(place: HinderedPlace, meetingId: string, chairApi: MemberApi, chair: Person, memberId: string) {
    this.place = place
    this.meetingId = meetingId
    this.chairApi = chairApi
    this.chair = chair
    this.memberId = memberId
  }

  static async open(place: HinderedPlace): Promise<HinderedRoom> {
    const chairApi = await MemberApi.signIn(place.system, CHAIR)
    const { memberId } = await MemberApi.signIn(place.system, MEMBER)
    const meetingId = await chairApi.schedule()
    const chair = await place.arriveElsewhere()
    await chair.enterAs(CHAIR, meetingId)
    await chair.byId('meeting-open').click()
    return new HinderedRoom(place, meetingId, chairApi, chair, memberId)
  }

  /** On a clear line, in a browser that has been in the room before: what pages are made of is in its cache, as on a phone that has met. */
  async memberWhoKnowsTheWay(options = { phone: true }): Promise<{ member: Person; traffic: ControlTraffic }> {
    this.place.relay.set()
    const member = await this.place.arrive(options)
    const traffic = new ControlTraffic(member, this.meetingId)
    await member.enterAs(MEMBER, this.meetingId)
    await this.leave(member)
    return { member, traffic }
  }

  /** Stands at the door. */
  async comesToDoor(member: Person, door: Door): Promise<void> {
    await member.page.goto(`${this.place.system.url}/meetings/${this.meetingId}/join`)
    await member.byId(door).waitFor()
  }

  /** Through the door; resolves with the time from the press to the first sound, ms. */
  async joins(member: Person, door: Door): Promise<number> {
    await watch(member.page, door)
    await member.byId(door).click()
    return await until(async () => {
      const { clicked, sound } = await watched(member.page)
      return clicked !== null && sound[0] !== undefined && sound[0] - clicked
    }, 90_000)
  }

  async leave(member: Person): Promise<void> {
    // Somebody who spoke without being heard is told so, in a dialog before everything else.
    const told = member.byId('not-heard-close')
    if (await told.isVisible()) await told.click()
    await member.byId('leave').click()
    await member.byId('meeting-join').first().waitFor({ timeout: 60_000 })
  }

  /** Stays of the member in the roll call: each that is not this one ended by the member's own leaving, or else somebody was dropped. */
  async wasDropped(): Promise<boolean> {
    const intervals = await this.chairApi.intervals(this.meetingId, this.memberId)
    const [now] = intervals.slice(-1)
    return now?.endedAt !== null || intervals.slice(0, -1).some(({ reason }) => reason !== 'left')
  }
}
