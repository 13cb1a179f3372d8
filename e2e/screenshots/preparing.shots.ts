// Takes the pictures of a new branch secretary's way, from the sign-in page to the announced meeting, and of the notice with its
// answers, on desktop and phone.
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`preparing and answering on a ${size}`, async ({ browser }) => {
    const system = await startSystem()
    const shoot = (person: Person, name: string, fullPage = false) =>
      person.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled', fullPage })
    try {
      const people = [
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
      ] as const
      await withPeople(people, async (secretary, member) => {
        await secretary.signIn('MAU-00001')
        await expect(secretary.byId('meeting-card').first()).toBeVisible()
        await expect(secretary.byId('prepare-meeting')).toBeVisible()
        await shoot(secretary, 'prepare-1-list')
        await secretary.byId('prepare-meeting').click()
        await expect(secretary.byId('prepare-all-there')).toBeVisible()
        await shoot(secretary, 'prepare-2-page')
        // The bar at the end of the screen would lie over the middle of a long picture.
        const screen = secretary.page.viewportSize() ?? { width: 0, height: 0 }
        await secretary.page.setViewportSize({ width: screen.width, height: phone ? 5200 : 4000 })
        await shoot(secretary, 'prepare-whole')
        await secretary.page.setViewportSize(screen)
        await secretary.byId('agenda-row').nth(4).getByTestId('agenda-edit').click()
        await secretary.byId('agenda-item-title').scrollIntoViewIfNeeded()
        await shoot(secretary, 'prepare-agenda')
        await secretary.byId('agenda-row').nth(4).getByTestId('agenda-edit').click()
        await secretary.byId('prepare-approval-number').fill('')
        await secretary.byId('prepare-counts').click()
        await expect(secretary.byId('prepare-missing')).toBeInViewport()
        await shoot(secretary, 'prepare-missing')
        await secretary.byId('prepare-approval-number').fill('27-CV/ĐU')
        await secretary.byId('prepare-announce').click()
        await expect(secretary.byId('announce-confirm')).toBeFocused()
        await shoot(secretary, 'prepare-3-confirm')
        await secretary.byId('announce-confirm').click()
        await expect(secretary.byId('prepare-done')).toBeInViewport()
        await shoot(secretary, 'prepare-4-announced')
        const meetingId = new URL(secretary.page.url()).pathname.split('/')[2] ?? ''

        await member.signIn('MAU-00016')
        const card = member.page.locator(`[data-testid=meeting-card][data-meeting-id="${meetingId}"]`)
        await card.scrollIntoViewIfNeeded()
        await shoot(member, 'answer-card')
        await card.getByTestId('answer-attend').click()
        await expect(card.getByTestId('answer-known')).toBeVisible()
        await card.getByTestId('meeting-notice').click()
        await expect(member.byId('notice')).toBeVisible()
        await shoot(member, 'notice')
        await shoot(member, 'notice-whole', true)

        for (const [number, reason] of [
          ['MAU-00018', 'Tôi điều trị tại bệnh viện, xin vắng.'],
          ['MAU-00019', 'Tôi đi thăm con ở tỉnh xa, tối hôm đó chưa về kịp.'],
        ] as const) {
          const api = await MemberApi.signIn(system, number)
          await api.command('attendance.reportAbsence', meetingId, { reason })
        }
        await secretary.page.goto(`${system.url}/meetings/${meetingId}/notice`)
        await secretary.byId('absence-accept').first().click()
        await expect(secretary.page.locator('[data-answer=absenceAccepted]').first()).toBeVisible()
        await secretary.byId('notice-answers').scrollIntoViewIfNeeded()
        await shoot(secretary, 'notice-answers')
      })
    } finally {
      await system.stop()
    }
  })
}
