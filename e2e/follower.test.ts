// The follower from the committee above enters: announced in words, named as long as they stay, in no count.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

test('the follower is announced, is seen to be there, and counts nowhere', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
  await withPeople(people, async (chair, follower) => {
    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await chair.byId('people-toggle').click()
    const expected = String(await chairApi.expectedCount(meetingId))
    await expect(chair.byId('count-expected')).toHaveText(expected)

    await follower.signIn('MAU-90001')
    const card = follower.page.locator(`[data-testid=meeting-card][data-meeting-id="${meetingId}"]`)
    await expect(card).toContainText(vi['meetings.you_follow'])
    await expect(card.getByTestId('report-absence')).toHaveCount(0)
    // The sentence is gone again after some seconds.
    await Promise.all([
      expect(chair.byId('announcement')).toHaveText(/^.+, .+, vào phòng dự, chỉ đạo\.$/),
      follower.enterMeeting(meetingId, 'device-join-voice-only'),
    ])
    await expect(chair.byId('announcement')).toHaveRole('status')

    await expect(chair.byId('follower-here')).toContainText('đang dự, chỉ đạo')
    await expect(chair.byId('tile')).toHaveCount(2)
    await expect(chair.byId('tile').filter({ hasText: vi['role.upper_observer'] })).toHaveCount(1)
    await expect(chair.page.getByRole('heading', { name: vi['people.guests'] })).toBeVisible()
    await expect(chair.byId('count-present')).toHaveText('1')
    await expect(chair.byId('count-expected')).toHaveText(expected)
    await chair.hearsAndSees(1, { seen: 0 })
    await expect(follower.byId('meeting-open')).toHaveCount(0)

    await chair.byId('meeting-open').click()
    await expect(follower.byId('meeting-status')).toHaveAttribute('data-status', 'open')
    await expect(follower.byId('meeting-close')).toHaveCount(0)
    await Promise.all([expect(chair.byId('announcement')).toContainText('rời phòng'), follower.byId('leave').click()])
    await expect(chair.byId('follower-here')).toHaveCount(0)

    await chair.byId('meeting-close').click()
    await chair.byId('meeting-close-confirm').click()
    await chair.byId('meeting-record').click()
    await expect(chair.page.getByRole('heading', { name: vi['record.followers'] })).toBeVisible()
    const present = chair.byId('record').locator('dt', { hasText: vi['people.present'] }).first()
    await expect(present.locator('xpath=following-sibling::dd[1]')).toHaveText('1')
  })
})
