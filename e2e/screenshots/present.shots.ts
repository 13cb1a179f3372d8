// Takes the pictures of a paper shown to all: whoever turns the pages, a phone that follows, leafs alone, has it made bigger, a hall's screen.
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { reportPdf } from '../support/papers.ts'
import { Person, withPeople } from '../support/person.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

test('a paper shown to all', async ({ browser, system }) => {
  test.setTimeout(240_000)
  const shoot = (person: Person, name: string) =>
    person.page.screenshot({ path: path.join(images, `present-${name}.png`), animations: 'disabled' })
  const sees = (person: Person, page: number) =>
    expect(
      person.page.locator(`[data-testid=presented-page][data-page="${page}"][data-drawn=true]:not([hidden])`),
    ).toBeVisible({ timeout: 60_000 })
  // Whoever makes a noise is told that nobody hears it: not in these pictures.
  const enterSilent = async (person: Person, memberNumber: string) => {
    await person.signIn(memberNumber)
    await expect(person.byId('sign-out')).toBeVisible()
    await person.page.goto(`${system.url}/meetings/${meetingId}/join`)
    await person.byId('device-enter-silent').check()
    await person.byId('device-join').click()
    await person.isConnected()
  }
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  await chairApi.postDocument(meetingId, await reportPdf(browser, 'Báo cáo tháng 11.pdf', 4))
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  for (const { page } of people) await page.emulateMedia({ reducedMotion: 'reduce' })
  await withPeople(people, async (chair, member, hall, secretary) => {
    await hall.page.setViewportSize({ width: 1920, height: 1080 })
    await chair.enterAs('MAU-00001', meetingId)
    await enterSilent(member, 'MAU-00016')
    await enterSilent(hall, 'MAU-00010')
    await enterSilent(secretary, 'MAU-00014')
    await chair.byId('meeting-open').click()
    await chair.byId('documents-toggle').click()
    await expect(chair.byId('document-present')).toBeVisible()
    await shoot(chair, 'begin-desktop')
    await chair.byId('document-present').click()
    await sees(chair, 1)
    await chair.byId('presented-next').click()
    for (const person of [chair, member, hall]) await sees(person, 2)
    for (const person of [chair, member, hall]) await expect(person.byId('announcement')).toBeEmpty({ timeout: 20_000 })
    const place = await chair.byId('presented-pointing').boundingBox()
    if (!place) throw new Error('no page')
    await chair.page.mouse.move(place.x + place.width * 0.4, place.y + place.height * 0.2)
    await chair.page.mouse.move(place.x + place.width * 0.5, place.y + place.height * 0.25)
    await expect(member.byId('presented-pointer')).toBeVisible()
    await Promise.all([shoot(chair, 'desktop'), shoot(member, 'phone'), shoot(hall, 'projector')])
    await member.byId('presented-bigger').click()
    await sees(member, 2)
    await shoot(member, 'bigger-phone')
    await member.byId('presented-smaller').click()
    await member.byId('presented-smaller').click()
    await sees(member, 2)
    await shoot(member, 'whole-phone')
    await member.byId('presented-bigger').click()
    await member.byId('presented-leaf').click()
    await member.byId('presented-previous').click()
    await sees(member, 1)
    await shoot(member, 'leafing-phone')
    await chair.byId('presented-stop').click()
    await secretary.byId('documents-toggle').click()
    await secretary.byId('document-present').click()
    await sees(secretary, 1)
    await expect(secretary.byId('announcement')).toBeEmpty({ timeout: 20_000 })
    await shoot(secretary, 'turning-phone')
    await chair.byId('more-toggle').click()
    await shoot(chair, 'menu-desktop')
  })
})
