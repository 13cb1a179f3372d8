// A paper shown to all: the chair turns the pages, a phone follows, leafs alone and comes back, somebody comes late, somebody looks on from
// afar; then it ends.
import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { reportPdf } from './support/papers.ts'
import { Person, withPeople } from './support/person.ts'

const sheet = (person: Person) => person.page.locator('[data-testid=presented-page]:not([hidden])')

/** pdf.js is loaded and started first. */
async function sees(person: Person, page: number): Promise<void> {
  await expect(person.byId('presented')).toHaveAttribute('data-page', String(page), { timeout: 30_000 })
  await expect(sheet(person)).toHaveAttribute('data-drawn', 'true', { timeout: 40_000 })
  await expect(sheet(person)).toHaveAttribute('data-page', String(page))
}

/** How many of the page's points are dark: words are really drawn there. */
const darkPoints = (person: Person): Promise<number> =>
  sheet(person)
    .locator('canvas')
    .evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const points = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      let dark = 0
      for (let at = 0; at < points.length; at += 4)
        if ((points[at] ?? 255) < 110 && (points[at + 3] ?? 0) > 200) dark += 1
      return dark
    })

test('the chair shows a report page by page, and everybody looks at the same page', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  await chairApi.postDocument(meetingId, await reportPdf(browser, 'Báo cáo.pdf', 4))
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  await withPeople(people, async (chair, member, late) => {
    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await member.enterAs('MAU-00016', meetingId, 'device-join-voice-only')
    await chair.byId('meeting-open').click()
    await chair.byId('more-toggle').click()
    await chair.byId('present-document').click()
    await chair.byId('document-present').click()
    await sees(chair, 1)
    await sees(member, 1)
    expect(await darkPoints(member)).toBeGreaterThan(500)
    await expect(sheet(member).getByTestId('document-watermark')).toContainText('MAU-00016')
    await expect(member.byId('presented-next')).toHaveCount(0)
    // Whoever has no floor shows nothing of their own.
    await member.byId('documents-toggle').click()
    await expect(member.byId('document-presented')).toBeVisible()
    await member.byId('documents-close').click()

    // Drawn beforehand: there without a moment of white.
    await expect(member.page.locator('[data-testid=presented-page][data-page="2"]')).toHaveAttribute(
      'data-drawn',
      'true',
    )
    await chair.page.keyboard.press('PageDown')
    await sees(member, 2)
    await expect(member.byId('presented-count')).toContainText('2/4')
    await chair.byId('presented-number').fill('4')
    await chair.byId('presented-number').press('Enter')
    await sees(member, 4)
    await expect(chair.byId('presented-next')).toBeDisabled()
    await chair.byId('presented-previous').click()
    await sees(member, 3)

    const place = await sheet(chair).boundingBox()
    if (!place) throw new Error('no page')
    await chair.page.mouse.move(place.x + place.width * 0.25, place.y + place.height * 0.5)
    await chair.page.mouse.move(place.x + place.width * 0.5, place.y + place.height * 0.25, { steps: 5 })
    const pointer = sheet(member).getByTestId('presented-pointer')
    await expect(pointer).toHaveAttribute('style', /left: 50(\.\d+)?%; top: 25(\.\d+)?%/)
    await findsNothing(chair, 'presenting')
    // The hand rests.
    await expect(pointer).toHaveCount(0)

    await late.signIn('MAU-00020')
    await expect(late.byId('sign-out')).toBeVisible()
    await late.page.goto(`${system.url}/meetings/${meetingId}/follow`)
    await sees(late, 3)
    await late.enterMeeting(meetingId, 'device-join-voice-only')
    await sees(late, 3)

    await member.byId('presented-leaf').click()
    await member.byId('presented-previous').click()
    await sees(member, 2)
    await chair.byId('presented-next').click()
    await sees(late, 4)
    await expect(member.byId('presented-others-at')).toContainText('4')
    await expect(member.byId('presented')).toHaveAttribute('data-following', 'false')
    await findsNothing(member, 'leafing alone')
    await member.byId('presented-follow').click()
    await sees(member, 4)
    await member.byId('presented-bigger').click()
    await sees(member, 4)
    expect(await member.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

    // The presenter's own page begins anew, and the meeting is where it was.
    await chair.page.reload()
    await sees(chair, 4)
    await chair.byId('presented-previous').click()
    await sees(member, 3)

    await chair.byId('presented-stop').click()
    for (const person of [chair, member, late]) await expect(person.byId('presented')).toHaveCount(0)
    expect(await chairApi.eventTypes(meetingId)).toEqual(
      expect.arrayContaining(['document.presentationStarted', 'document.presentationEnded']),
    )
  })
})
