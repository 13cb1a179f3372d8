// Takes the pictures of what committees above see: the home page, the commune's month, one line that has just moved, the province, an
// address that is not theirs; on desktop and phone.
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { oneSite } from '../support/plan.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`the committee's month on a ${size}`, async ({ browser, system }) => {
    const chair = await MemberApi.signIn(system, 'MAU-00001')
    const site = oneSite(chair.memberId)
    const people = [
      await Person.arrive(browser, system, { phone }),
      await Person.arrive(browser, system, { phone }),
      await Person.arrive(browser, system, { phone }),
    ] as const
    await withPeople(people, async (officer, province, sibling) => {
      const shoot = (person: Person, name: string, fullPage = false) =>
        person.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled', fullPage })
      await officer.signIn('MAU-90002')
      await expect(officer.byId('monitoring-link')).toBeVisible()
      await shoot(officer, 'monitoring-home')
      await officer.byId('monitoring-link').click()
      await expect(officer.byId('monitoring-live')).toHaveAttribute('data-live', 'true')
      await shoot(officer, 'monitoring')
      const meetingId = await chair.schedule({ sites: [site] })
      await chair.live('meeting.open', meetingId, {})
      await chair.live('attendance.checkInAtSite', meetingId, { siteId: site.siteId, memberIds: [chair.memberId] })
      const line = officer.page.locator('[data-testid=branch-line]', { hasText: 'Giả Định 2' })
      await expect(line.getByTestId('branch-turnout')).toHaveAttribute('data-present', '1')
      await shoot(officer, 'monitoring-whole', true)
      await officer.byId('filter-notMet').click()
      await officer.byId('monitoring-lines').scrollIntoViewIfNeeded()
      await shoot(officer, 'monitoring-not-met')
      await officer.context.setOffline(true)
      await expect(officer.byId('monitoring-live')).toHaveAttribute('data-broken', 'true')
      await officer.byId('monitoring-live').scrollIntoViewIfNeeded()
      await shoot(officer, 'monitoring-interrupted')
      await chair.live('meeting.close', meetingId, {})

      await province.signIn('MAU-90004')
      await province.byId('monitoring-link').click()
      await expect(province.byId('committee-line')).toHaveCount(2)
      await shoot(province, 'monitoring-province', true)

      const commune = await officer.page.evaluate(() => window.location.pathname)
      await sibling.signIn('MAU-90003')
      await expect(sibling.byId('monitoring-link')).toBeVisible()
      await sibling.page.goto(`${system.url}${commune}`)
      await expect(sibling.byId('monitoring-not-yours')).toBeVisible()
      await shoot(sibling, 'monitoring-not-yours')
    })
  })
}
