// Preparing and the notice for everybody: nothing for axe to find, no mouse needed, and names of any length stay on the screen.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { press, tabTo } from './support/keyboard.ts'
import { Person, withPeople } from './support/person.ts'

const LONG =
  'Nhà sinh hoạt cộng đồng liên thôn Giả Định Thượng, Giả Định Hạ và khu tái định cư Minh Họa Đông, tầng hai phía sau'

/** Nobody scrolls sideways. */
const staysOnScreen = async ({ page }: Person, what: string) =>
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    what,
  ).toBeLessThanOrEqual(0)

for (const phone of [false, true]) {
  test(`axe finds nothing, long names fit, in both languages on a ${phone ? 'phone' : 'desktop'}`, async ({
    browser,
    system,
  }) => {
    await withPeople([await Person.arrive(browser, system, { phone })], async (secretary) => {
      await secretary.signIn('MAU-00001')
      await secretary.byId('prepare-meeting').click()
      await expect(secretary.byId('prepare-all-there')).toBeVisible()
      await secretary.byId('prepare-place').fill(LONG)
      await secretary.byId('site-name').fill(LONG)
      await secretary.byId('site-operator').selectOption({ index: 1 })
      await secretary.byId('agenda-row').first().getByTestId('agenda-edit').click()
      await secretary.byId('agenda-item-title').fill(`${LONG}; ${LONG}`.slice(0, 240))
      await secretary.byId('prepare-approval-number').fill('')
      await staysOnScreen(secretary, 'preparing')
      await findsNothing(secretary, 'preparing')
      await secretary.byId('prepare-approval-number').fill('27-CV/ĐU')
      await secretary.byId('prepare-announce').click()
      await expect(secretary.byId('announce-confirm')).toBeFocused()
      await findsNothing(secretary, 'the question before the notice goes out')
      await secretary.byId('announce-confirm').click()
      await expect(secretary.byId('prepare-done')).toBeInViewport()
      await findsNothing(secretary, 'announced')
      const meetingId = new URL(secretary.page.url()).pathname.split('/')[2] ?? ''
      const member = await MemberApi.signIn(system, 'MAU-00018')
      await member.command('attendance.reportAbsence', meetingId, { reason: `${LONG} ${LONG}` })

      await secretary.page.goto(system.url)
      const card = secretary.page.locator(`[data-testid=meeting-card][data-meeting-id="${meetingId}"]`)
      await expect(card).toBeVisible()
      await staysOnScreen(secretary, 'my meetings')
      await findsNothing(secretary, 'my meetings')
      await secretary.byId('language-switch').click()
      await card.getByTestId('meeting-notice').click()
      await expect(secretary.byId('answer-absent-row')).toBeVisible()
      await secretary.byId('answers-show-waiting').click()
      await staysOnScreen(secretary, 'notice')
      await findsNothing(secretary, 'notice')
      await secretary.page.goto(`${system.url}/meetings/${meetingId}/prepare`)
      await expect(secretary.byId('prepare-when')).toBeVisible()
      await staysOnScreen(secretary, 'preparing in English')
    })
  })
}

test('from signing in to the announced meeting without a mouse', async ({ browser, system }) => {
  await withPeople([await Person.arrive(browser, system)], async (secretary) => {
    const { page } = secretary
    await secretary.signIn('MAU-00001', system.password)
    await press(page, secretary.byId('prepare-meeting'))
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await tabTo(page, secretary.byId('prepare-day'))
    await page.keyboard.press('Control+A')
    await page.keyboard.type('31/02/2027')
    await tabTo(page, secretary.byId('prepare-counts'))
    await page.keyboard.press('Enter')
    await press(page, secretary.byId('prepare-go-to-field').first())
    await expect(secretary.byId('prepare-day')).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('5.1.2027')
    await page.keyboard.press('Tab')
    await expect(secretary.byId('prepare-day')).toHaveValue('05/01/2027')
    await expect(secretary.byId('prepare-when')).toContainText('05/01/2027')
    await press(page, secretary.byId('prepare-announce'))
    await expect(secretary.byId('announce-confirm')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(secretary.byId('prepare-done')).toContainText(vi['prepare.done_announced'])
  })
})
