// Somebody new in office practises alone: the whole evening with invented people, and nobody else learns of it.
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

test('a practice meeting is led to its end on a phone, and is nobody else’s', async ({ system, browser }) => {
  const practises = await Person.arrive(browser, system, { phone: true })
  await withPeople([practises] as const, async (member) => {
    await member.signIn('MAU-00002')
    await member.byId('practice-link').click()
    // Two quick presses are one meeting.
    await member.doubleClick(member.byId('practice-start'))
    await member.byId('device-join-voice-only').click()
    await member.isConnected()
    await expect(member.byId('practice-tag')).toBeVisible()
    const meetingId = /meetings\/([0-9a-f-]{36})/.exec(member.page.url())?.[1] ?? ''
    await member.byId('meeting-open').click()
    await member.byId('agenda-next').click()

    await member.page.goto(system.url)
    await expect(member.page.locator(`[data-meeting-id="${meetingId}"]`).getByTestId('practice-tag')).toBeVisible()
    await expect(member.byId('practice-tag')).toHaveCount(1)
    await member.page.locator(`[data-meeting-id="${meetingId}"]`).getByTestId('meeting-site').click()
    for (const place of [1, 2, 3]) await member.byId('site-person').nth(place).click()
    await expect(member.byId('site-count')).toHaveText('3')

    await member.page.goto(`${system.url}/meetings/${meetingId}/join`)
    await member.byId('device-join-voice-only').click()
    await member.isConnected()
    await member.byId('meeting-close').click()
    await member.byId('meeting-close-confirm').click()
    await member.page.goto(`${system.url}/meetings/${meetingId}/record`)
    await expect(member.byId('practice-tag')).toBeVisible()

    const secretary = await MemberApi.signIn(system, 'MAU-00001')
    expect(await secretary.meetingIds()).not.toContain(meetingId)
  })
})
