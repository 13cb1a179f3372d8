// A member who cannot come follows on a phone: sees what goes on and who speaks, and is present by nothing of it.
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

test('follows the course, the counts and who speaks, without being present', async ({ system, browser }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  await withPeople(people, async (chair, absent, stranger) => {
    await absent.signIn('MAU-00020')
    await absent.page.locator(`[data-meeting-id="${meetingId}"]`).getByTestId('meeting-follow').click()
    await expect(absent.byId('follow')).toHaveAttribute('data-status', 'announced')
    await expect(absent.byId('follow-not-present')).toBeVisible()

    await chair.signIn('MAU-00001')
    await chair.enterMeeting(meetingId, 'device-join-voice-only')
    await chair.byId('meeting-open').click()
    await expect(absent.byId('follow')).toHaveAttribute('data-status', 'open')
    await expect(absent.byId('count-present')).toHaveText('1')
    await chair.byId('agenda-next').click()
    await expect(absent.page.locator('[data-testid=agenda-item][data-progress=running]')).toHaveCount(1)
    await expect(absent.byId('follow-speaking')).toContainText('Trần Văn Minh Họa')

    // The line goes and comes back: the page says so, and then goes on.
    await absent.context.setOffline(true)
    await expect(absent.byId('follow-interrupted')).toBeVisible({ timeout: 30_000 })
    await expect(absent.byId('follow-speaking')).toHaveAttribute('data-speaking', 'false')
    await absent.context.setOffline(false)
    await expect(absent.byId('follow-interrupted')).toHaveCount(0)
    await chair.byId('mute-toggle').click()
    await expect(absent.byId('follow-speaking')).toHaveAttribute('data-speaking', 'false')

    await chair.byId('meeting-close').click()
    await chair.byId('meeting-close-confirm').click()
    await expect(absent.byId('follow-ended')).toBeVisible()
    expect(await chairApi.intervals(meetingId, (await MemberApi.signIn(system, 'MAU-00020')).memberId)).toEqual([])

    await stranger.signIn('MAU-00020')
    await expect(stranger.byId('sign-out')).toBeVisible()
    await stranger.page.goto(`${system.url}/meetings/00000000-0000-4000-8000-000000000000/follow`)
    await expect(stranger.byId('follow-refused')).toBeVisible()
  })
})
