// Takes the pictures of the evening itself: the chair's desk, the order of business, the roll call, a site's page, checking in, the record.
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`the evening on a ${size}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const system = await startSystem()
    const shoot = (person: Person, name: string, fullPage = false) =>
      person.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled', fullPage })
    try {
      const chairApi = await MemberApi.signIn(system, 'MAU-00001')
      const secretaryApi = await MemberApi.signIn(system, 'MAU-00014')
      const first = (await chairApi.meeting(await chairApi.meetingId())).state.everyone.meeting.plan as {
        sites: { siteId: string }[]
      }
      const meetingId = await chairApi.schedule({ minutesSecretaryId: null, documentsPostedAt: null })
      const siteId = first.sites[0]?.siteId ?? ''
      const people = [
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
      ] as const
      // Dialogs stand at once.
      for (const { page } of people) await page.emulateMedia({ reducedMotion: 'reduce' })
      await withPeople(people, async (chair, secretary, member) => {
        await chair.signIn('MAU-00001')
        await chair.enterMeeting(meetingId)
        if (phone) await chair.byId('desk-toggle').click()
        await expect(chair.byId('finding-minutesSecretaryMissing')).toBeVisible()
        await shoot(chair, 'desk-before-opening')
        await chair.byId('secretary-select').selectOption({ label: 'Hồ Thị Chạy Thử' })
        await chair.byId('secretary-name').click()
        await chair.byId('meeting-open').click()
        await chair.byId('agenda-next').click()

        await secretary.signIn('MAU-00014')
        await expect(secretary.byId('sign-out')).toBeVisible()
        await secretary.page.goto(`${system.url}/meetings/${meetingId}/sites/${siteId}`)
        await expect(secretary.byId('site-person').first()).toBeVisible()
        for (const place of [1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 15, 16, 17])
          await secretary.byId('site-person').nth(place).click()
        await expect(secretary.byId('site-count')).toHaveText('14')
        await secretary.byId('site-person').nth(4).click()
        await expect(secretary.byId('site-undo')).toBeVisible()
        await shoot(secretary, 'site-list')
        await secretary.byId('site-undo').click()
        await secretary.byId('site-code-toggle').click()
        await expect(secretary.byId('site-digits')).toBeVisible()
        await shoot(secretary, 'site-code')

        await member.signIn('MAU-00020')
        await expect(member.byId('sign-out')).toBeVisible()
        await member.page.goto(`${system.url}/meetings/${meetingId}/check-in/${siteId}`)
        await expect(member.byId('check-in-code')).toBeVisible()
        await shoot(member, 'check-in-code')
        const code = (await secretary.byId('site-code').getAttribute('data-code')) ?? ''
        await member.byId('check-in-code').fill(code)
        await member.byId('check-in-submit').click()
        await expect(member.byId('check-in-done')).toBeVisible()
        await shoot(member, 'check-in-done')
        await member.page.goto(`${system.url}/meetings/${meetingId}/join`)
        await expect(member.byId('companion')).toBeVisible()
        await shoot(member, 'device-check-at-site')
        await member.byId('device-join-listen').click()
        await member.isConnected()
        if (phone) await member.byId('more-toggle').click()
        await member.byId('agenda-toggle').click()
        await expect(member.byId('agenda-panel')).toBeVisible()
        await shoot(member, 'agenda')

        await expect(chair.byId('people-toggle')).toContainText('16')
        await chair.byId('agenda-next').click()
        await expect(chair.byId('finding-quorumUnconfirmed')).toBeVisible()
        await shoot(chair, 'desk-quorum')
        await chair.byId('quorum-confirm').click()
        await expect(chair.byId('finding-quorumUnconfirmed')).toHaveCount(0)
        await chair.byId('agenda-next').click()
        await expect(chair.byId('agenda-next')).toBeEnabled()
        await shoot(chair, 'desk')
        await chair.byId('hand-over').click()
        await expect(chair.byId('hand-over-select')).toBeVisible()
        await shoot(chair, 'hand-over')
        await chair.page.keyboard.press('Escape')

        await secretary.enterMeeting(meetingId)
        await secretary.byId('people-toggle').click()
        await expect(secretary.byId('count-rate')).toBeVisible()
        await shoot(secretary, 'roll-call')
        const row = secretary.page.locator('[data-testid=person-row]', { hasText: 'Đoàn Văn Tưởng Tượng' })
        await row.getByTestId('person-roll-call').click()
        await secretary.byId('correct').click()
        await secretary.byId('correct-reason').fill('Đến từ đầu, quét mã muộn')
        await shoot(secretary, 'correction')
        await secretary.byId('correct-submit').click()
        await expect(secretary.byId('correction').first()).toBeVisible()
        await secretary.page.keyboard.press('Escape')
        await secretaryApi.command('attendance.recordAbsence', meetingId, {
          memberId: (await MemberApi.signIn(system, 'MAU-00019')).memberId,
          reason: 'Đi công tác ở tỉnh',
        })
        await chair.byId('meeting-close').click()
        await expect(chair.byId('meeting-close-confirm')).toBeVisible()
        await shoot(chair, 'close-early')
        await chair.byId('meeting-close-confirm').click()
        await expect(chair.byId('meeting-reopen')).toBeVisible()
        await shoot(chair, 'meeting-ended-chair')
        await expect(member.byId('meeting-ended')).toBeVisible()
        await secretary.byId('meeting-record').click()
        await expect(secretary.byId('record-chain')).toHaveAttribute('data-chain', 'intact')
        await shoot(secretary, 'record-evening', true)
        await chair.byId('meeting-reopen').click()
        await expect(member.byId('meeting-reopened')).toBeVisible()
        await shoot(member, 'meeting-reopened')
      })
    } finally {
      await system.stop()
    }
  })
}
