// Takes the pictures of the stage: a few people and a full room, the floor, a screen that is shown, the hall's screen with its operator's panel;
// on a desktop, on a phone held upright and flat, and on a projector.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Generators } from '../support/generators.ts'
import { Person, withPeople } from '../support/person.ts'
import { oneSite } from '../support/plan.ts'
import { type RunningSystem, startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')
const shoot = (person: Person, name: string) =>
  person.page.screenshot({ path: path.join(images, `stage-${name}.png`), animations: 'disabled' })
const numberOf = (member: number): string => `MAU-${String(member).padStart(5, '0')}`
const layout = (person: Person, wanted: string) => expect(person.byId('stage')).toHaveAttribute('data-layout', wanted)

/** A meeting with a hall, of which the operator and others who come as generators are in the room. */
async function prepare(browser: Browser, system: RunningSystem) {
  const generators = await Generators.open(await browser.newContext(), system)
  const chairApi = await MemberApi.signIn(system, numberOf(1))
  const operatorApi = await MemberApi.signIn(system, numberOf(13))
  const site = oneSite(operatorApi.memberId)
  const meetingId = await chairApi.schedule({ sites: [site] })
  const join = async (member: number, camera: boolean) => {
    const api = await MemberApi.signIn(system, numberOf(member))
    await generators.join(api, meetingId, { camera, voice: null })
    return api
  }
  const grant = (memberId: string) =>
    chairApi.live('floor.grant', meetingId, { speechId: randomUUID(), memberId, limitSeconds: 300 })
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system),
  ] as const
  for (const { page } of people) await page.emulateMedia({ reducedMotion: 'reduce' })
  const [chair, phone, hall] = people
  await hall.page.setViewportSize({ width: 1920, height: 1080 })
  await chair.enterAs(numberOf(1), meetingId)
  await chair.byId('meeting-open').click()
  await chair.byId('agenda-next').click()
  await chair.byId('desk-close').click()
  await phone.enterAs(numberOf(4), meetingId)
  await hall.signIn(numberOf(13))
  await expect(hall.byId('sign-out')).toBeVisible()
  await hall.page.goto(`${system.url}/meetings/${meetingId}/sites/${site.siteId}`)
  return { generators, join, grant, people }
}

test('a few people, the floor, the hall, a screen', async ({ browser }) => {
  test.setTimeout(600_000)
  const system = await startSystem()
  const { generators, join, grant, people } = await prepare(browser, system)
  try {
    await withPeople(people, async (chair, phone, hall) => {
      await expect(hall.byId('site-enter-room')).toBeVisible()
      await shoot(hall, 'site-page')
      await hall.byId('site-enter-room').click()
      await expect(hall.byId('site-hints')).toBeVisible()
      await shoot(hall, 'site-hints')
      await hall.byId('device-join').click()
      await hall.isConnected()
      const speaker = await join(3, true)
      await join(5, true)
      for (const person of people) await expect(person.byId('tile')).toHaveCount(5)
      await phone.hearsAndSees(1, { seen: 2 })
      await shoot(chair, 'few-desktop')
      await shoot(phone, 'few-phone')
      await phone.byId('more-toggle').click()
      await shoot(phone, 'menu-phone')
      await phone.page.keyboard.press('Escape')
      await shoot(hall, 'few-hall')

      await grant(speaker.memberId)
      for (const person of people) await layout(person, 'speaker')
      await shoot(chair, 'floor-desktop')
      await shoot(phone, 'floor-phone')
      await phone.page.setViewportSize({ width: 844, height: 390 })
      await shoot(phone, 'floor-phone-flat')
      await phone.page.setViewportSize({ width: 390, height: 844 })
      await shoot(hall, 'floor-hall')

      await hall.byId('site-toggle').click()
      await expect(hall.byId('site-person').first()).toBeVisible()
      for (const place of [20, 21]) await hall.byId('site-person').nth(place).click()
      await expect(hall.byId('site-count')).toHaveText('3')
      await hall.byId('hand-for-act').last().click()
      await expect(hall.page.locator('[data-testid=hand-for-person][data-state=queued]')).toHaveCount(1)
      await shoot(hall, 'operator-panel')
      await hall.byId('site-close').click()

      await chair.byId('more-toggle').click()
      await chair.byId('share-screen').click()
      for (const person of [phone, hall])
        await expect(person.byId('shown-screen')).toHaveAttribute('data-video', 'true')
      await shoot(chair, 'sharing-desktop')
      await shoot(phone, 'screen-phone')
      await shoot(hall, 'screen-hall')
    })
  } finally {
    await generators.close()
    await system.stop()
  }
})

test('a full room', async ({ browser }) => {
  test.setTimeout(600_000)
  const system = await startSystem()
  const { generators, join, people } = await prepare(browser, system)
  try {
    await withPeople(people, async (chair, phone, hall) => {
      await hall.byId('site-enter-room').click()
      await hall.byId('device-join').click()
      await hall.isConnected()
      const others = [3, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20]
      for (const member of others) await join(member, member < 9)
      for (const person of people) await expect(person.byId('tile')).toHaveCount(others.length + 3)
      for (const person of people) await layout(person, 'speaker')
      await shoot(chair, 'many-desktop')
      await shoot(phone, 'many-phone')
      await shoot(hall, 'many-hall')
      for (const person of [chair, phone]) {
        await person.byId('more-toggle').click()
        await person.byId('layout-gallery').click()
        await layout(person, 'gallery')
      }
      await shoot(chair, 'many-gallery-desktop')
      await shoot(phone, 'many-gallery-phone')
    })
  } finally {
    await generators.close()
    await system.stop()
  }
})
