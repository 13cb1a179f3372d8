// Takes the pictures of the floor: the bar and its menu, a hand that is up, the call, time running out, the chair's queue, who is shown out.
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`the floor on a ${size}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const system = await startSystem()
    const shoot = (person: Person, name: string, fullPage = false) =>
      person.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled', fullPage })
    try {
      const chairApi = await MemberApi.signIn(system, 'MAU-00001')
      const operatorApi = await MemberApi.signIn(system, 'MAU-00010')
      const guest = await MemberApi.signIn(system, 'MAU-00005')
      const site = { siteId: crypto.randomUUID(), name: 'Nhà văn hóa thôn', operatorId: operatorApi.memberId }
      const meetingId = await chairApi.schedule({ sites: [site] })
      const people = [
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
      ] as const
      // Dialogs stand at once.
      for (const { page } of people) await page.emulateMedia({ reducedMotion: 'reduce' })
      await withPeople(people, async (chair, member, other) => {
        await chair.enterAs('MAU-00001', meetingId)
        await member.enterAs('MAU-00004', meetingId)
        await other.enterAs('MAU-00015', meetingId)
        await chair.byId('meeting-open').click()
        await chair.byId('agenda-next').click()
        await expect(member.byId('mute-toggle')).toHaveAttribute('data-held', 'true')
        await shoot(member, 'floor-room')
        await member.byId('more-toggle').click()
        await expect(member.byId('more-menu')).toBeVisible()
        await shoot(member, 'floor-more')
        await member.page.keyboard.press('Escape')
        await member.byId('mute-toggle').click()
        await expect(member.byId('not-heard-raise')).toBeVisible()
        await shoot(member, 'floor-not-heard')
        await member.byId('not-heard-close').click()

        for (const { memberId } of [operatorApi, guest])
          await operatorApi.live('attendance.checkInAtSite', meetingId, { siteId: site.siteId, memberIds: [memberId] })
        await other.byId('hand-toggle').click()
        await expect(other.byId('hand-toggle')).toHaveAttribute('data-hand', 'up')
        await operatorApi.live('floor.raiseHand', meetingId, { handId: crypto.randomUUID(), memberId: guest.memberId })
        await expect(other.byId('floor-queue-toggle')).toHaveAttribute('data-count', '2')
        await member.byId('hand-toggle').click()
        await expect(member.byId('hand-place')).toHaveAttribute('data-place', '3')
        await shoot(member, 'floor-hand-up')

        if (phone) await chair.byId('desk-toggle').click()
        await expect(chair.byId('queue-line')).toHaveCount(3)
        await shoot(chair, 'floor-queue')
        await chair.byId('queue-arrange').click()
        await chair.byId('queue-top').nth(2).click()
        await expect(chair.byId('queue-line').first()).toContainText('Phạm Thị Thử Nghiệm')
        await shoot(chair, 'floor-arrange')
        await chair.byId('queue-arrange').click()
        await chair.byId('speech-limit-180').check()
        await member.byId('mute-toggle').click()
        await member.byId('not-heard-sound').click()
        await member.byId('not-heard-close').click()
        await chair.byId('queue-call').first().click()
        await expect(member.byId('own-call-unmute')).toBeVisible()
        await shoot(member, 'floor-called')
        await member.byId('own-call-unmute').click()
        await expect(member.byId('own-call')).toHaveAttribute('data-muted', 'false')
        await shoot(member, 'floor-speaking')
        await shoot(other, 'floor-strip')
        await other.byId('floor-queue-toggle').click()
        await expect(other.byId('floor-panel')).toBeVisible()
        await shoot(other, 'floor-panel')
        await shoot(chair, 'floor-desk')
        await chair.byId('floor-mode').evaluate((choice) => choice.scrollIntoView({ block: 'center' }))
        await shoot(chair, 'floor-mode')

        await chair.byId('people-toggle').click()
        const row = chair.page.locator('[data-testid=person-row]', { hasText: 'Đinh Công Phác Thảo' })
        await row.getByTestId('person-floor').click()
        await expect(chair.byId('person-remove')).toBeVisible()
        await shoot(chair, 'floor-person')
        await chair.byId('person-remove').click()
        await chair.byId('remove-reason').fill('Nhiều lần bật nhạc trong phòng, làm gián đoạn buổi sinh hoạt')
        await shoot(chair, 'floor-remove')
        await chair.byId('remove-confirm').click()
        await expect(other.byId('shown-out')).toBeVisible()
        await shoot(other, 'floor-shown-out')
        await row.scrollIntoViewIfNeeded()
        await shoot(chair, 'floor-people-removed')
        await row.getByTestId('person-readmit').click()
        await expect(other.byId('readmitted')).toBeVisible()
        await shoot(other, 'floor-readmitted')
      })
    } finally {
      await system.stop()
    }
  })
}
