// The stage: laid out by what is going on, kept as the person wants it, a screen shown to all, and the hall's screen with its operator.
import { randomUUID } from 'node:crypto'
import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { oneSite, shortAgenda } from './support/plan.ts'

const layout = (person: Person, wanted: 'gallery' | 'speaker' | 'shown') =>
  expect(person.byId('stage')).toHaveAttribute('data-layout', wanted)
const main = (person: Person) => person.page.locator('[data-testid=tile][data-place=main]')
const tileOf = (person: Person, memberId: string) =>
  person.page.locator(`[data-testid=tile][data-member-id="${memberId}"]`)
const fits = async (person: Person) => {
  const { scrollWidth, clientWidth } = await person.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
}

test('follows the floor and a screen that is shown, and keeps what the person has chosen', async ({
  browser,
  system,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const memberApi = await MemberApi.signIn(system, 'MAU-00016')
  const meetingId = await chairApi.schedule({ agenda: shortAgenda().items })
  const grant = (memberId: string) =>
    chairApi.live('floor.grant', meetingId, { speechId: randomUUID(), memberId, limitSeconds: null })
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  await withPeople(people, async (chair, member, phone) => {
    await chair.enterAs('MAU-00001', meetingId)
    await member.enterAs('MAU-00016', meetingId)
    await phone.enterAs('MAU-00004', meetingId, 'device-join-voice-only')
    await chair.byId('meeting-open').click()
    await expect(phone.byId('meeting-status')).toHaveAttribute('data-status', 'open')
    for (const person of people) await layout(person, 'gallery')
    await fits(phone)

    // Without the floor nothing is shown, and the menu says who may.
    await member.byId('more-toggle').click()
    await expect(member.byId('share-screen')).toBeDisabled()
    await member.page.keyboard.press('Escape')

    // Called: large at once, for everybody but oneself.
    await grant(memberApi.memberId)
    await layout(phone, 'speaker')
    await expect(main(phone)).toHaveAttribute('data-member-id', memberApi.memberId)
    await expect(main(phone).getByTestId('tile-floor')).toBeVisible()
    await expect(main(phone)).toHaveAttribute('data-video', 'true')
    await layout(chair, 'speaker')
    await layout(member, 'gallery')
    await fits(phone)

    // A screen: the others see it whole, the one who shows it reads so.
    await member.byId('more-toggle').click()
    await member.byId('share-screen').click()
    await expect(member.byId('share-note')).toBeVisible()
    await expect(member.byId('shown')).toHaveCount(0)
    for (const person of [chair, phone]) {
      await expect(person.byId('shown')).toHaveAttribute('data-kind', 'screen')
      const width = () =>
        person
          .byId('shown-screen')
          .locator('video')
          .evaluate((video: HTMLVideoElement) => video.videoWidth)
      await expect.poll(width).toBeGreaterThan(0)
    }
    await expect(tileOf(phone, memberApi.memberId)).toBeVisible()
    await fits(phone)
    await findsNothing(phone, 'a screen on the stage')
    await phone.byId('shown-put-away').click()
    await layout(phone, 'speaker')
    await phone.byId('shown-bring-back').click()
    await layout(phone, 'shown')

    // The floor goes on: with it the right to show.
    await grant(chairApi.memberId)
    await expect(member.byId('share-ended')).toBeVisible()
    await expect(phone.byId('shown')).toHaveCount(0)
    await expect(main(phone)).toHaveAttribute('data-member-id', chairApi.memberId)
    await member.byId('share-ended-close').click()

    // Pinned stays, through a reload, until it is taken off by the keyboard; so does the layout that was chosen, on this device.
    await tileOf(phone, memberApi.memberId).getByTestId('tile-pin').click()
    await expect(main(phone)).toHaveAttribute('data-member-id', memberApi.memberId)
    await phone.byId('more-toggle').click()
    await phone.byId('layout-gallery').click()
    await phone.page.reload()
    await expect(main(phone)).toHaveAttribute('data-member-id', memberApi.memberId)
    await main(phone).getByTestId('tile-pin').press('Enter')
    await layout(phone, 'gallery')
    await phone.page.setViewportSize({ width: 844, height: 390 })
    await fits(phone)
  })
})

test('the hall’s screen, and what its operator does beside it', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const operatorApi = await MemberApi.signIn(system, 'MAU-00013')
  const site = oneSite(operatorApi.memberId)
  const meetingId = await chairApi.schedule({ agenda: shortAgenda().items, sites: [site] })
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
  await withPeople(people, async (chair, hall) => {
    await chair.enterAs('MAU-00001', meetingId)
    await hall.page.setViewportSize({ width: 1920, height: 1080 })
    await hall.signIn('MAU-00013')
    await expect(hall.byId('sign-out')).toBeVisible()
    await hall.page.goto(`${system.url}/meetings/${meetingId}/sites/${site.siteId}`)
    await hall.byId('site-enter-room').click()
    await expect(hall.byId('site-hints')).toContainText(site.name)
    await hall.byId('device-join').click()
    await hall.isConnected()
    await expect(hall.byId('stage')).toHaveAttribute('data-site', 'true')
    await chair.byId('meeting-open').click()

    // The others see the hall by its name.
    await expect(tileOf(chair, operatorApi.memberId)).toContainText(site.name)

    await hall.byId('site-toggle').click()
    const person = hall.page.locator('[data-testid=site-person]', { hasText: 'Lê Quang' })
    await person.click()
    await expect(hall.byId('site-count')).toHaveText('2')
    const waiting = hall.page.locator('[data-testid=hand-for-person]', { hasText: 'Lê Quang' })
    await waiting.getByTestId('hand-for-act').click()
    await expect(waiting).toHaveAttribute('data-state', 'queued')
    await expect(tileOf(chair, operatorApi.memberId).getByTestId('tile-hand')).toBeVisible()
    await findsNothing(hall, 'the operator’s panel')

    // Called, the hall is large for the others, with the name of who speaks in it.
    const memberId = (await waiting.getAttribute('data-member-id')) ?? ''
    await chairApi.live('floor.grant', meetingId, { speechId: randomUUID(), memberId, limitSeconds: null })
    await expect(tileOf(chair, operatorApi.memberId).getByTestId('tile-floor')).toContainText('Lê Quang')
    await hall.byId('site-close').click()
    await expect(hall.byId('site-toggle')).toBeFocused()
    await fits(hall)
  })
})
