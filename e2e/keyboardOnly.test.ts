// From the sign-in page into the room and out again without a mouse, and always seeing where the focus is.
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { press, seesFocus, tabTo } from './support/keyboard.ts'
import { Person, withPeople } from './support/person.ts'

test('everything from signing in to leaving by keyboard', async ({ browser, system }) => {
  const meetingId = await (await MemberApi.signIn(system, 'MAU-00001')).schedule()
  await withPeople([await Person.arrive(browser, system)], async (chair) => {
    const { page } = chair
    await page.goto(system.url)
    await tabTo(page, chair.byId('sign-in-member-number'))
    await seesFocus(chair.byId('sign-in-member-number'))
    await page.keyboard.type('mau-00001')
    await tabTo(page, chair.byId('sign-in-password'))
    await seesFocus(chair.byId('sign-in-password'))
    await page.keyboard.type(system.password)
    await press(page, chair.byId('sign-in-submit'))

    const card = page.locator(`[data-testid=meeting-card][data-meeting-id="${meetingId}"]`)
    await press(page, card.getByTestId('meeting-join'))
    await press(page, chair.byId('device-enter-silent'), 'Space')
    await press(page, chair.byId('device-join'))
    await chair.isConnected()
    await expect(chair.byId('mute-toggle')).toHaveAttribute('data-muted', 'true')

    await press(page, chair.byId('mute-toggle'))
    await expect(chair.byId('mute-toggle')).toHaveAttribute('data-muted', 'false')
    await press(page, chair.byId('camera-toggle'), 'Space')
    await expect(chair.byId('camera-toggle')).toHaveAttribute('data-camera', 'false')
    await press(page, chair.byId('people-toggle'))
    await expect(chair.byId('people-list').getByRole('heading').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(chair.byId('people-list')).toHaveCount(0)
    await expect(chair.byId('people-toggle')).toBeFocused()

    await press(page, chair.byId('meeting-open'))
    await expect(chair.byId('meeting-status')).toHaveAttribute('data-status', 'open')
    await press(page, chair.byId('meeting-close'))
    // What cannot be undone is never under the finger that opened the question.
    await expect(chair.byId('meeting-close-cancel')).toBeFocused()
    await seesFocus(chair.byId('meeting-close-cancel'))
    await page.keyboard.press('Escape')
    await expect(chair.byId('meeting-close-cancel')).toHaveCount(0)
    await expect(chair.byId('meeting-close')).toBeFocused()
    await press(page, chair.byId('leave'))
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(chair.byId('room')).toHaveCount(0)
  })
})
