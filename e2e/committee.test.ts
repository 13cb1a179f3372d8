// From above: the commune's officer sees the roll call of a branch move without a reload; the sibling's officer sees nothing of it.
import { randomUUID } from 'node:crypto'
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { oneSite } from './support/plan.ts'
import { type RunningSystem, startSystem } from './support/system.ts'

const COMMUNE = 'Đảng bộ xã Minh Họa'
const BRANCH = 'Chi bộ Thôn Giả Định 2'

// Its own system: other tests lay branches beneath this commune, and leave meetings of its branch open.
let system: RunningSystem
test.beforeAll(async () => {
  test.setTimeout(120_000)
  system = await startSystem()
})
test.afterAll(() => system.stop())

test('an officer of the commune watches the roll call; one of the sibling commune is shown nothing', async ({
  browser,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const site = oneSite(chairApi.memberId)
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system),
  ] as const
  await withPeople(people, async (officer, sibling, province) => {
    await officer.signIn('MAU-90002')
    const link = officer.byId('monitoring-link')
    await expect(link).toContainText(COMMUNE)
    const communeId = (await link.getAttribute('data-organization-id')) ?? ''
    await link.click()
    await expect(officer.byId('monitoring-live')).toHaveAttribute('data-live', 'true')
    await expect(officer.byId('branch-line')).toHaveCount(8)
    await findsNothing(officer, 'the month from above')
    await officer.page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))

    await test.step('finds branches by state and by name', async () => {
      const lines = officer.byId('branch-line')
      await officer.byId('filter-running').click()
      await expect(lines.filter({ hasText: 'Chi bộ Thôn Giả Định 3' })).toBeVisible()
      await expect(lines.filter({ hasText: 'Chi bộ Thôn Mô Hình' })).toHaveCount(0)
      await officer.byId('filter-all').click()
      await officer.byId('monitoring-search').fill('mam non')
      await expect(lines).toHaveCount(1)
      await expect(lines).toContainText(vi['monitoring.not_held'])
      await officer.byId('monitoring-search').fill('')
      await expect(lines).toHaveCount(8)
    })

    const line = officer.page.locator('[data-testid=branch-line]', { hasText: BRANCH })
    const present = (count: number) =>
      expect(line.getByTestId('branch-turnout')).toHaveAttribute('data-present', String(count))
    const meetingId = await chairApi.schedule({ sites: [site] })
    const checkIn = async (memberNumber: string) => {
      const { memberId } = await MemberApi.signIn(system, memberNumber)
      await chairApi.live('attendance.checkInAtSite', meetingId, { siteId: site.siteId, memberIds: [memberId] })
    }

    await test.step('sees the counts move', async () => {
      await chairApi.live('meeting.open', meetingId, {})
      await expect(line).toHaveAttribute('data-month', 'running')
      await present(0)
      const sum = officer.byId('sum-attendance')
      await expect(sum).toHaveAttribute('data-present', /^\d+$/)
      const before = Number(await sum.getAttribute('data-present'))
      for (const [index, number] of ['MAU-00004', 'MAU-00005', 'MAU-00006'].entries()) {
        await checkIn(number)
        await present(index + 1)
      }
      await expect(sum).toHaveAttribute('data-present', String(before + 3))
    })

    await test.step('is told when the line is cut, and catches up', async () => {
      await officer.context.setOffline(true)
      await expect(officer.byId('monitoring-live')).toHaveAttribute('data-broken', 'true')
      await checkIn('MAU-00007')
      await officer.context.setOffline(false)
      await present(4)
      await expect(officer.byId('monitoring-live')).toHaveAttribute('data-live', 'true', { timeout: 20_000 })
    })

    await test.step('the sibling’s officer gets the same answer for the neighbour and for nothing', async () => {
      await sibling.signIn('MAU-90003')
      await sibling.byId('monitoring-link').click()
      await expect(sibling.byId('branch-line')).toHaveCount(1)
      for (const id of [communeId, randomUUID(), 'none']) {
        await sibling.page.goto(`${system.url}/committees/${id}`)
        await expect(sibling.byId('monitoring-not-yours')).toContainText(vi['monitoring.not_yours'])
        await expect(sibling.byId('branch-line')).toHaveCount(0)
        await expect(sibling.page.getByText('Minh Họa')).toHaveCount(0)
      }
      await findsNothing(sibling, 'an address that is not theirs')
    })

    await test.step('the province has a line for each commune, and the way down and up', async () => {
      await province.signIn('MAU-90004')
      await province.byId('monitoring-link').click()
      await expect(province.byId('committee-line')).toHaveCount(2)
      await province.byId('committee-line').getByRole('link', { name: COMMUNE }).click()
      await expect(province.byId('branch-line')).toHaveCount(8)
      await province.byId('month-before').click()
      await expect(province.byId('month-now')).toBeVisible()
      await province.byId('monitoring-up').click()
      await expect(province.byId('committee-line')).toHaveCount(2)
      await province.byId('month-now').click()
      await expect(province.byId('month-now')).toHaveCount(0)
    })

    await chairApi.live('meeting.close', meetingId, {})
    await expect(line).toHaveAttribute('data-month', 'held')
    await present(4)
    await expect(officer.page.locator('body')).toHaveAttribute('data-same-page', 'yes')
  })
})
