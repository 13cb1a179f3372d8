// Addresses that lead to nothing of one's own: another branch's meeting, one that does not exist, one that is none.
import { randomUUID } from 'node:crypto'
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { layStranger } from './support/stranger.ts'

test('a member of another branch reads that this meeting is not theirs, and nothing of it', async ({
  browser,
  system,
}) => {
  const meetingId = await (await MemberApi.signIn(system, 'MAU-00001')).meetingId()
  const memberNumber = await layStranger(system)
  await withPeople([await Person.arrive(browser, system)], async (stranger) => {
    await stranger.signIn(memberNumber)
    await expect(stranger.page.getByText(vi['meetings.none'])).toBeVisible()

    await stranger.page.goto(`${system.url}/meetings/${meetingId}`)
    await expect(stranger.page.getByRole('alert')).toHaveText(vi['error.MEETING_NOT_MEMBER'])
    // Nobody is asked for the camera in order to be turned away.
    await expect(stranger.byId('device-camera-preview')).toHaveCount(0)

    await stranger.page.goto(`${system.url}/meetings/${meetingId}/record`)
    await expect(stranger.page.getByRole('alert')).toHaveText(vi['error.MEETING_NOT_MEMBER'])
    await expect(stranger.page.getByText('Trần Văn Minh Họa')).toHaveCount(0)
    await stranger.page.getByRole('link', { name: vi['common.back'] }).click()
    await expect(stranger.page.getByRole('heading', { name: vi['meetings.title'] })).toBeVisible()
  })
})

test('addresses of no meeting and of no page say so and lead back', async ({ browser, system }) => {
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    await member.signIn('MAU-00013')
    await expect(member.byId('meeting-card').first()).toBeVisible()
    for (const id of [randomUUID(), 'khong-phai-ma']) {
      for (const page of ['', '/join', '/record']) {
        await member.page.goto(`${system.url}/meetings/${id}${page}`)
        await expect(member.page.getByRole('alert'), `${id}${page}`).toHaveText(vi['error.MEETING_UNKNOWN'])
      }
    }
    await member.page.goto(`${system.url}/khong-co-trang-nay`)
    await expect(member.page.getByRole('heading', { name: vi['common.page_unknown'] })).toBeVisible()
    await member.page.getByRole('link', { name: vi['common.back'] }).click()
    await expect(member.byId('meeting-card').first()).toBeVisible()
  })
})
