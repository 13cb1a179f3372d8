// A person's own settings: large letters, little motion, the other language.
import { en, vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

/** The longest movement that anything on the page may make, in seconds. */
const longestMotion = (person: Person) =>
  person.page.evaluate(() => {
    const seconds = (durations: string) => durations.split(',').map((one) => Number.parseFloat(one) || 0)
    return Math.max(
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
        return [...seconds(transitionDuration), ...(animationName === 'none' ? [] : seconds(animationDuration))]
      }),
    )
  })

test('at 200 % the way out of the room stays in sight', async ({ browser, system }) => {
  const meetingId = await (await MemberApi.signIn(system, 'MAU-00001')).schedule()
  await withPeople([await Person.arrive(browser, system)], async (chair) => {
    // What 1366x768 becomes at 200 %.
    await chair.page.setViewportSize({ width: 683, height: 384 })
    await chair.enterAs('MAU-00001', meetingId)
    const wayOut = async (): Promise<void> => {
      await expect(chair.byId('leave')).toBeInViewport({ ratio: 1 })
      await chair.byId('leave').click({ trial: true })
    }
    await wayOut()
    await chair.byId('meeting-open').click()
    await wayOut()
    await chair.context.setOffline(true)
    await expect(chair.byId('connection-state')).toHaveAttribute('data-state', 'offline')
    await wayOut()
    await chair.context.setOffline(false)
    await chair.byId('people-toggle').click()
    await expect(chair.byId('people-close')).toBeInViewport({ ratio: 1 })
    await chair.byId('people-close').click()
    await chair.byId('leave').click()
    await expect(chair.byId('room')).toHaveCount(0)
    expect(await chair.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
})

test('nothing moves for whoever asks for little motion', async ({ browser, system }) => {
  const meetingId = await (await MemberApi.signIn(system, 'MAU-00001')).schedule()
  await withPeople([await Person.arrive(browser, system)], async (chair) => {
    await chair.page.emulateMedia({ reducedMotion: 'reduce' })
    await chair.page.goto(system.url)
    await expect(chair.byId('sign-in-submit')).toBeVisible()
    expect(await longestMotion(chair), 'sign-in').toBeLessThan(0.05)
    await chair.enterAs('MAU-00001', meetingId)
    await chair.byId('people-toggle').click()
    expect(await longestMotion(chair), 'room').toBeLessThan(0.05)
    await chair.byId('people-close').click()
    await chair.byId('meeting-open').click()
    await chair.byId('meeting-close').click()
    await expect(chair.byId('meeting-close-cancel')).toBeVisible()
    expect(await longestMotion(chair), 'closing dialog').toBeLessThan(0.05)
  })
})

test('English is one press away, names itself to screen readers, and stays', async ({ browser, system }) => {
  const meetingId = await (await MemberApi.signIn(system, 'MAU-00001')).schedule()
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    const html = member.page.locator('html')
    await member.page.goto(system.url)
    await expect(html).toHaveAttribute('lang', 'vi')
    await expect(member.page.getByRole('heading', { name: vi['signin.title'] })).toBeVisible()
    await member.byId('language-switch').click()
    await expect(html).toHaveAttribute('lang', 'en')
    await expect(member.page.getByRole('heading', { name: en['signin.title'] })).toBeVisible()
    await member.page.reload()
    await expect(html).toHaveAttribute('lang', 'en')
    await expect(member.byId('sign-in-submit')).toHaveText(en['signin.submit'])
    await member.signIn('MAU-00004', 'khong-phai-mat-khau')
    await expect(member.byId('sign-in-error')).toHaveText(en['error.CREDENTIALS_WRONG'])
    await member.signIn('MAU-00004', system.password)
    await member.enterMeeting(meetingId, 'device-join-voice-only')
    await expect(member.byId('leave')).toHaveText(en['meeting.leave'])
    await expect(member.byId('connection-state')).toHaveText(en['connection.connected'])
    await member.byId('leave').click()
    await member.byId('language-switch').click()
    await expect(html).toHaveAttribute('lang', 'vi')
    await expect(member.page.getByRole('heading', { name: vi['meetings.title'] })).toBeVisible()
  })
})
