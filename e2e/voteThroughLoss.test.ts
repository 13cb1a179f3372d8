// A vote whose line breaks as it is sent, and a poll that does not wait for it: the voter reads that it did not count, and what does.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

test('a vote that arrives after the closing does not count, and says so; the one before it does', async ({
  browser,
  system,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  const people = [await Person.arrive(browser, system, { phone: true })] as const
  await withPeople(people, async (voter) => {
    await voter.enterAs('MAU-00016', meetingId, 'device-join-voice-only')
    await chairApi.live('meeting.open', meetingId, {})
    const pollId = await chairApi.beginPoll(meetingId, { title: 'Thông qua Nghị quyết tháng 11/2026' })
    const choose = (optionId: string) =>
      voter.page.locator(`[data-testid=poll-choice][data-option-id="${optionId}"]`).check()

    await choose('for')
    await voter.byId('poll-send').click()
    await expect(voter.byId('poll-recorded')).toHaveAttribute('data-choices', 'for')

    await voter.context.setOffline(true)
    await voter.byId('poll-change').click()
    await choose('against')
    await voter.byId('poll-send').click()
    await expect(voter.byId('poll-sending')).toHaveAttribute('data-tried', 'true')
    await chairApi.live('voting.close', meetingId, { pollId, leaveOut: [] })
    await voter.context.setOffline(false)

    const told = voter.byId('poll-not-recorded')
    await expect(told).toBeVisible({ timeout: 30_000 })
    await expect(told).toContainText(vi['voting.not_before_closing'].replace('{{choices}}', vi['vote.against']))
    await expect(told).toContainText(vi['voting.still_counts'].replace('{{choices}}', vi['vote.for']))
    await expect(voter.byId('poll-recorded')).toHaveCount(0)

    await chairApi.live('voting.announce', meetingId, { pollId })
    await expect(voter.byId('result-card')).toBeVisible()
    await expect(told).toBeVisible()
    expect((await chairApi.poll(meetingId, pollId))?.outcome?.tallies).toEqual({ for: 1, against: 0, abstain: 0 })
  })
})

test('a vote from another device is known on the one that was left for it', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system, { phone: true })] as const
  await withPeople(people, async (first, second) => {
    await first.enterAs('MAU-00016', meetingId, 'device-join-voice-only')
    await chairApi.live('meeting.open', meetingId, {})
    const pollId = await chairApi.beginPoll(meetingId, { title: 'Thông qua Nghị quyết tháng 11/2026' })
    await expect(first.byId('poll-choices')).toBeVisible()
    await second.enterAs('MAU-00016', meetingId, 'device-join-voice-only')
    await expect(first.byId('media-stopped')).toBeVisible()
    await second.page.locator('[data-testid=poll-choice][data-option-id=for]').check()
    await second.byId('poll-send').click()
    await expect(first.byId('poll-recorded')).toHaveAttribute('data-choices', 'for')

    // The result is closed by keyboard: the focus does not go with it.
    await chairApi.live('voting.close', meetingId, { pollId, leaveOut: [] })
    await chairApi.live('voting.announce', meetingId, { pollId })
    await first.byId('result-close').focus()
    await first.page.keyboard.press('Enter')
    await expect(first.byId('result-card')).toHaveCount(0)
    await expect(first.page.locator('h1')).toBeFocused()
  })
})
