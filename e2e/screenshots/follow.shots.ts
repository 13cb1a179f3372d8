// Takes the pictures of practising, and of following a meeting without entering it.
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`practising and following on a ${size}`, async ({ system, browser }) => {
    test.setTimeout(120_000)
    const shoot = (person: Person, name: string, fullPage = false) =>
      person.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled', fullPage })
    const chairApi = await MemberApi.signIn(system, 'MAU-00001')
    const meetingId = await chairApi.schedule()
    const people = [await Person.arrive(browser, system), await Person.arrive(browser, system, { phone })] as const
    await withPeople(people, async (chair, member) => {
      await member.signIn('MAU-00020')
      await member.byId('practice-link').click()
      await expect(member.byId('practice-start')).toBeVisible()
      await shoot(member, 'practice', true)
      await member.byId('practice-start').click()
      await member.byId('device-join-voice-only').click()
      await member.isConnected()
      await member.byId('people-toggle').click()
      await expect(member.byId('people-list')).toBeVisible()
      await shoot(member, 'practice-room')

      await chair.signIn('MAU-00001')
      await chair.enterMeeting(meetingId, 'device-join-voice-only')
      await chair.byId('meeting-open').click()
      await chair.byId('agenda-next').click()
      await member.page.goto(`${system.url}/meetings/${meetingId}/follow`)
      await expect(member.byId('follow-speaking')).toHaveAttribute('data-speaking', 'true')
      await shoot(member, 'follow', true)
      await chair.byId('meeting-close').click()
      await chair.byId('meeting-close-confirm').click()
      await expect(member.byId('follow-ended')).toBeVisible()
    })
  })
}
